namespace SlaPlatform.Clocks.Journal;

/// <summary>
/// The only writer of a ticket's keys. It checks everything first and writes after, because a script is not rolled back. Every turn of a ticket ends here, one
/// that adds nothing too: so an entry of the due index that is out of date cannot fire for ever, and a fresh one cannot be removed by an old turn.
/// A crash leaves all or nothing of it on redis-server. On a server where it can leave a part, the append is first put down whole under one key, so that the part is
/// finished before anything else is written: see <see cref="UnfinishedAppends"/>. Every write is such that doing it again changes nothing. Where the journal has gone
/// on all the same, under a version that knows nothing of this, the part is left as it is: what was written later counts.
/// </summary>
internal static class AppendScript
{
    public const int Appended = 1;
    public const int Seen = 2;
    public const int Reused = 3;
    public const int OtherLength = 4;
    public const int Unfinished = 5;

    /// <summary>The version of the packed append: of the order of KEYS and ARGV. A script of another order finishes nothing of this one's.</summary>
    public const string Layout = "1";

    /// <summary>The place of the argument that holds the packed append, from 0; the one after it says that it is done again.</summary>
    public const int PackedAt = 11;

    /// <summary>
    /// KEYS: journal, due, summary, open, ended, outbox, outbox:last, request, redo, redone, snapshot, outbox:times. ARGV: ticket, expected length, digest (empty for no
    /// request id), next wake (empty for none), score in the list, 1 when ended, summary (empty when there is no such ticket), most events kept, seconds a request is
    /// remembered, number of records, id of the append (empty where a crash cannot leave a part), the append packed, 1 when it is done again, snapshot (empty to leave
    /// the stored one), now in Unix milliseconds (empty to let no event go by age), milliseconds an event is kept, the records, the events. Answers {code, length}.
    /// Numbers become text by %d: Lua 5.4 would write a fraction otherwise. Old events go in bounded numbers, so that no append pays for a quiet week, and none goes while an append is done again: the next one
    /// sees to that.
    /// </summary>
    public const string Text = $$$"""
        local ticket, expected, digest = ARGV[1], tonumber(ARGV[2]), ARGV[3]
        local id, again, records, head = ARGV[11], ARGV[13] == '1', tonumber(ARGV[10]), 16
        local length, sequence
        if again then
          if redis.call('HGET', KEYS[9], 'id') ~= id or redis.call('GET', KEYS[10]) == id then return {1, 0} end
          length, sequence = tonumber(redis.call('HGET', KEYS[9], 'length')), tonumber(redis.call('HGET', KEYS[9], 'sequence'))
          if redis.call('LLEN', KEYS[1]) > length + records then
            redis.call('SET', KEYS[10], id)
            return {1, 0}
          end
        else
          if id ~= '' then
            local before = redis.call('HGET', KEYS[9], 'id')
            if before and before ~= redis.call('GET', KEYS[10]) then return {5, 0} end
          end
          if digest ~= '' then
            local seen = redis.call('GET', KEYS[8])
            if seen then
              local bar = string.find(seen, '|', 1, true)
              if string.sub(seen, 1, bar - 1) ~= digest then return {3, 0} end
              return {2, tonumber(string.sub(seen, bar + 1))}
            end
          end
          length = redis.call('LLEN', KEYS[1])
          if length ~= expected then return {4, length} end
          if id ~= '' then
            sequence = tonumber(redis.call('GET', KEYS[7]) or '0')
            redis.call('HSET', KEYS[9], 'layout', '{{{Layout}}}', 'id', id, 'length', string.format('%d', length), 'sequence', string.format('%d', sequence), 'append', ARGV[12])
          end
        end

        local stored = 0
        if again then stored = redis.call('LLEN', KEYS[1]) - length end
        for i = head + 1 + stored, head + records do redis.call('RPUSH', KEYS[1], ARGV[i]) end
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
        if ARGV[14] ~= '' then redis.call('SET', KEYS[11], ARGV[14]) elseif length == 0 then redis.call('DEL', KEYS[11]) end
        local events = #ARGV - head - records
        if events > 0 then
          if again then
            redis.call('SET', KEYS[7], string.format('%d', sequence + events))
          else
            sequence = redis.call('INCRBY', KEYS[7], string.format('%d', events)) - events
          end
          for i = head + 1 + records, #ARGV do
            sequence = sequence + 1
            local number = string.format('%d', sequence)
            redis.call('ZADD', KEYS[6], number, number .. ':' .. ARGV[i])
          end
          local kept = redis.call('ZCARD', KEYS[6])
          local gone = kept - tonumber(ARGV[8])
          local now, keep = tonumber(ARGV[15]), tonumber(ARGV[16])
          if now then
            local newest = redis.call('LINDEX', KEYS[12], '-1')
            if not newest or now - tonumber(string.match(newest, '^%d+')) >= keep / 64 then
              redis.call('RPUSH', KEYS[12], ARGV[15] .. ':' .. string.format('%d', sequence))
            end
            local time, last = string.match(redis.call('LINDEX', KEYS[12], '0'), '^(%d+):(%d+)$')
            if not again and tonumber(time) <= now - keep then
              local old = tonumber(last) - (sequence - kept)
              local most = 256 + events
              if old > most then old = most else redis.call('LPOP', KEYS[12]) end
              if old > gone then gone = old end
            end
          end
          if gone > 0 and not again then redis.call('ZREMRANGEBYRANK', KEYS[6], '0', string.format('%d', gone - 1)) end
        end
        if digest ~= '' then
          redis.call('SET', KEYS[8], digest .. '|' .. string.format('%d', length + records), 'EX', ARGV[9])
        end
        if id ~= '' then redis.call('SET', KEYS[10], id) end
        return {1, length + records}
        """;
}
