using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ConvGen.Execution.Tests.Guards;

/// <summary>Pages of memory, from the operating system.</summary>
internal static class Pages
{
    private const int ReadAndWrite = 1 | 2;
    private const int Private = 2;
    private const uint CommitAndReserve = 0x1000 | 0x2000;
    private const uint ReleaseAll = 0x8000;
    private const uint WindowsReadAndWrite = 4;
    private const uint WindowsNoAccess = 1;

    private static int Anonymous => OperatingSystem.IsLinux() ? 0x20 : 0x1000;

    /// <summary>Pages that can be read and written.</summary>
    public static nint Reserve(nuint bytes)
    {
        nint start = OperatingSystem.IsWindows()
            ? VirtualAlloc(0, bytes, CommitAndReserve, WindowsReadAndWrite)
            : Map(0, bytes, ReadAndWrite, Private | Anonymous, -1, 0);
        return start is not (0 or -1) ? start : throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>Forbids reading and writing.</summary>
    public static void Protect(nint start, nuint bytes)
    {
        bool isDone = OperatingSystem.IsWindows() ? VirtualProtect(start, bytes, WindowsNoAccess, out _) : Protect(start, bytes, 0) == 0;
        if (!isDone)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Gives back what was reserved.</summary>
    public static void Release(nint start, nuint bytes)
    {
        bool isDone = OperatingSystem.IsWindows() ? VirtualFree(start, 0, ReleaseAll) : Unmap(start, bytes) == 0;
        if (!isDone)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern nint Map(nint address, nuint bytes, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int Protect(nint address, nuint bytes, int protection);

    [DllImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static extern int Unmap(nint address, nuint bytes);

    [DllImport("kernel32", SetLastError = true)]
    private static extern nint VirtualAlloc(nint address, nuint bytes, uint type, uint protection);

    [DllImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool VirtualProtect(nint address, nuint bytes, uint protection, out uint before);

    [DllImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool VirtualFree(nint address, nuint bytes, uint type);
}
