using KeraLua;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>Runs the service's own scripts, as they are, in the Lua that Garnet has. One interpreter a thread.</summary>
#pragma warning disable CA1001 // It lives as long as its thread, and the interpreter has a finalizer.
internal sealed class Scripts
#pragma warning restore CA1001
{
    private const string Prelude = "unpack = table.unpack";
    private static readonly LuaFunction CallBack = Answer;

    [ThreadStatic]
    private static Scripts? own;

    private readonly Lua lua = new();
    private readonly Dictionary<string, int> compiled = new(StringComparer.Ordinal);
    private Func<string[], object?>? commands;
    private Exception? failure;

    private Scripts()
    {
        lua.OpenLibs();
        lua.NewTable();
        lua.PushCFunction(CallBack);
        lua.SetField(-2, "call");
        lua.SetGlobal("redis");
        lua.DoString(Prelude);
    }

    /// <summary>Runs a script; its answer is a whole number, a text, null or an array of these.</summary>
    public static object? Run(string text, string[] keys, string[] arguments, Func<string[], object?> commands) =>
        (own ??= new Scripts()).Execute(text, keys, arguments, commands);

    private object? Execute(string text, string[] keys, string[] arguments, Func<string[], object?> run)
    {
        (commands, failure) = (run, null);
        Push(keys);
        lua.SetGlobal("KEYS");
        Push(arguments);
        lua.SetGlobal("ARGV");
        lua.RawGetInteger(LuaRegistry.Index, Compiled(text));
        var status = lua.PCall(0, 1, 0);
        var answer = status == LuaStatus.OK ? Read(-1) : lua.ToString(-1);
        lua.SetTop(0);
        return failure is not null ? throw new InvalidOperationException($"A script failed: {failure.Message}", failure)
            : status == LuaStatus.OK ? answer
            : throw new InvalidOperationException($"A script failed: {answer}");
    }

    private int Compiled(string text)
    {
        if (!compiled.TryGetValue(text, out var reference))
        {
            Assert.Equal(LuaStatus.OK, lua.LoadString(text));
            compiled[text] = reference = lua.Ref(LuaRegistry.Index);
        }

        return reference;
    }

    // An exception must not pass through native frames: it is kept, and thrown when the script has ended.
    private static int Answer(IntPtr state)
    {
        var scripts = own!;
        object? answer = null;
        try
        {
            answer = scripts.failure is null ? scripts.commands!(scripts.Arguments()) : null;
        }
        catch (Exception e)
        {
            scripts.failure = e;
        }

        scripts.Push(answer);
        return 1;
    }

    // Numbers that are not whole become text in different ways in different versions of Lua.
    private string[] Arguments() =>
    [
        .. Enumerable.Range(1, lua.GetTop()).Select(index => lua.Type(index) == LuaType.Number && !lua.IsInteger(index)
            ? throw new InvalidOperationException("A script passes a fraction to a command.")
            : Bytes.Of(lua.ToBuffer(index))),
    ];

    private void Push(object? value)
    {
        switch (value)
        {
            case null:
                lua.PushBoolean(false);
                break;
            case long number:
                lua.PushInteger(number);
                break;
            case string text:
                lua.PushBuffer(Bytes.From(text));
                break;
            case IReadOnlyList<string> texts:
                lua.CreateTable(texts.Count, 0);
                for (var i = 0; i < texts.Count; i++)
                {
                    lua.PushBuffer(Bytes.From(texts[i]));
                    lua.RawSetInteger(-2, i + 1);
                }

                break;
            default:
                throw new InvalidOperationException($"No answer of a command is a {value.GetType()}.");
        }
    }

    private object? Read(int index)
    {
        switch (lua.Type(index))
        {
            case LuaType.Number:
                return lua.ToInteger(index);
            case LuaType.String:
                return Bytes.Of(lua.ToBuffer(index));
            case LuaType.Table:
                var items = new object?[lua.RawLen(index)];
                for (var i = 0; i < items.Length; i++)
                {
                    lua.RawGetInteger(index, i + 1);
                    items[i] = Read(-1);
                    lua.Pop(1);
                }

                return items;
            default:
                return null;
        }
    }
}
