namespace ConvGen;

/// <summary>A direction in an image whose rows run downwards and whose columns run to the right: north is up, towards row 0.</summary>
public enum Direction
{
    /// <summary>Up: towards smaller row indices.</summary>
    North = 0,

    /// <summary>Up and to the right.</summary>
    NorthEast = 1,

    /// <summary>To the right: towards larger column indices.</summary>
    East = 2,

    /// <summary>Down and to the right.</summary>
    SouthEast = 3,

    /// <summary>Down: towards larger row indices.</summary>
    South = 4,

    /// <summary>Down and to the left.</summary>
    SouthWest = 5,

    /// <summary>To the left: towards smaller column indices.</summary>
    West = 6,

    /// <summary>Up and to the left.</summary>
    NorthWest = 7,
}
