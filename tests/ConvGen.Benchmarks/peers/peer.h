// What every peer library exports. PeerLibrary.cs and PeerCase.cs are the other side.
#pragma once
#include <cstdint>

enum class Kind : int32_t { General = 0, Gaussian = 1, Sobel = 2, Laplacian = 3, Box = 4, Layer = 5, Magnitude = 6, Blur = 7 };
enum class Element : int32_t { Byte = 0, Short = 1, Float = 2, UShort = 3, Double = 4, Int = 5 };

/// One row of the table: a correlation of a width x height image, Same mode, border Reflect101. A layer has channels, and zeros around its source.
struct PeerCase {
    Kind kind;
    Element source;
    Element destination;
    int32_t width;
    int32_t height;
    int32_t rows;            // of the kernel
    int32_t columns;
    int32_t paddedPitch;     // elements per row of the padded image
    double divisor;          // divides every weight
    const double *weights;   // rows x columns numerators
    const double *column;    // rows numerators with column * row = weights, or null
    const double *row;       // columns numerators
    int32_t inputs;          // channels of a layer's source; its weights are outputs x inputs of a group x rows x columns
    int32_t outputs;
    int32_t stride;
    int32_t padding;
    int32_t planar;          // whether channels stand in planes instead of side by side
    int32_t channels;        // interleaved ones that share the kernel; the padded pitch counts samples, the width pixels
    int32_t kept;            // the channel that is copied from the source instead of filtered, or -1
    int32_t threads;         // to use
    double sigma;            // of a blur
    int32_t groups;          // of the channels of a layer
    int32_t depth;           // planes of the source of a layer over volumes, whose kernel is a cube; 1 of others
};

extern "C" {
/// The library's name and version; the text lives as long as the library.
const char *peer_version();

/// Prepares one way of computing the case: 0, 1, ... until null. `name` receives the way's name, at most 63 signs.
/// The case and its arrays are not used after the call.
void *peer_create(const PeerCase *peerCase, int32_t variant, char *name);

/// Computes the case once. `padded` points to sample (0, 0) of an image that has its border around it.
/// Returns 0, or another number when the library failed.
int32_t peer_run(void *handle, const void *source, const void *padded, void *destination);

void peer_destroy(void *handle);
}
