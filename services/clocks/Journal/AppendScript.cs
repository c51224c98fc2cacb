namespace SlaPlatform.Clocks.Journal;

/// <summary>
/// The only writer of a ticket's keys. It checks everything first and writes after, because a script is not rolled back. Every turn of a ticket ends here, one
/// that adds nothing too: so an entry of the due index that is out of date cannot fire for ever, and a fresh one cannot be removed by an old turn.
/// </summary>
internal static class AppendScript
{
    public const int Appended = 1;
    public const int Seen = 2;
    public const int Reused = 3;
    public const int OtherLength = 4;

    /// <summary>
    /// KEYS: journal, due, summary, open, ended, outbox, outbox:last, request. ARGV: ticket, expected length, digest (empty for no request id), next wake (empty
    /// for none), score in the list, 1 when ended, summary (empty when there is no such ticket), most events kept, seconds a request is remembered, number of
    /// records, the records, the events. Answers {code, length}. Numbers become text by %d: Lua 5.4 would write a fraction otherwise.
    /// </summary>
    public const string Text = """
        local ticket, expected, digest = ARGV[1], tonumber(ARGV[2]), ARGV[3]
        if digest ~= '' then
          local seen = redis.call('GET', KEYS[8])
          if seen then
            local bar = string.find(seen, '|', 1, true)
            if string.sub(seen, 1, bar - 1) ~= digest then return {3, 0} end
            return {2, tonumber(string.sub(seen, bar + 1))}
          end
        end
        local length = redis.call('LLEN', KEYS[1])
        if length ~= expected then return {4, length} end

        local records = tonumber(ARGV[10])
        for i = 11, 10 + records do redis.call('RPUSH', KEYS[1], ARGV[i]) end
        if ARGV[4] == '' then redis.call('ZREM', KEYS[2], ticket) else redis.call('ZADD', KEYS[2], ARGV[4], ticket) end
        if ARGV[7] == '' then
          redis.call('HDEL', KEYS[3], ticket)
          redis.call('ZREM', KEYS[4], ticket)
          redis.call('ZREM', KEYS[5], ticket)
        else
          redis.call('HSET', KEYS[3], ticket, ARGV[7])
          local into, out = KEYS[4], KEYS[5]
          if ARGV[6] == '1' then into, out = KEYS[5], KEYS[4] end
          redis.call('ZREM', out, ticket)
          redis.call('ZADD', into, ARGV[5], ticket)
        end
        local events = #ARGV - 10 - records
        if events > 0 then
          local sequence = redis.call('INCRBY', KEYS[7], string.format('%d', events)) - events
          for i = 11 + records, #ARGV do
            sequence = sequence + 1
            local number = string.format('%d', sequence)
            redis.call('ZADD', KEYS[6], number, number .. ':' .. ARGV[i])
          end
          local kept = redis.call('ZCARD', KEYS[6])
          local most = tonumber(ARGV[8])
          if kept > most then redis.call('ZREMRANGEBYRANK', KEYS[6], '0', string.format('%d', kept - most - 1)) end
        end
        if digest ~= '' then
          redis.call('SET', KEYS[8], digest .. '|' .. string.format('%d', length + records), 'EX', ARGV[9])
        end
        return {1, length + records}
        """;
}
