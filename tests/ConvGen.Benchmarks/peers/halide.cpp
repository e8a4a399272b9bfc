// Halide, compiled in the process, several schedules. It reads the padded image, so that its time holds no work for the border.
#include "peer.h"
#include <Halide.h>
#include <cstdio>

namespace {

using namespace Halide;

/// How the loops are laid out. A direct schedule adds all taps at once; a separable one goes through a buffer of column sums.
struct Schedule {
    bool separable;
    int vectors;   // side by side in the inner loop
    int tileRows;  // computed together
    int strip;     // samples a strip is wide, 0 for whole rows
};

struct Prepared {
    PeerCase c;
    ImageParam input;
    Pipeline pipeline;
    Prepared(const PeerCase &peerCase, Type type) : c(peerCase), input(type, 2) {}
};

Type typeOf(Element element) {
    switch (element) {
    case Element::Byte: return UInt(8);
    case Element::Short: return Int(16);
    case Element::UShort: return UInt(16);
    case Element::Double: return Float(64);
    case Element::Int: return Int(32);
    default: return Float(32);
    }
}

bool isFloating(const PeerCase &c) { return c.source == Element::Float || c.source == Element::Double; }

double magnitude(const double *values, int count) {
    double result = 0;
    for (int i = 0; i < count; i++) {
        result += std::abs(values[i]);
    }
    return result;
}

/// The largest magnitude of a sample.
double largest(Element source) { return source == Element::Byte ? 255 : source == Element::Int ? 2147483648.0 : 65535; }

/// The narrowest type that holds all sums of samples with weights of this magnitude, and half a divisor for rounding.
Type accumulator(const PeerCase &c, double weights, bool negative) {
    if (isFloating(c)) {
        return typeOf(c.source);
    }
    double bound = weights * largest(c.source) + c.divisor / 2;
    return bound <= 32767 ? Int(16) : !negative && bound <= 65535 ? UInt(16) : bound <= 2147483647 ? Int(32) : Int(64);
}

bool anyNegative(const double *values, int count) { return std::any_of(values, values + count, [](double v) { return v < 0; }); }

Expr term(const Expr &sample, Type type, double weight) {
    if (type.is_float()) {
        return weight == 1 ? sample : sample * (type.bits() == 64 ? Expr(weight) : Expr(static_cast<float>(weight)));
    }
    // 16-bit factors with a wider sum are what the multiply-add instructions take.
    return type.bits() == 32 && (sample.type().bits() < 16 || sample.type() == Int(16)) && std::abs(weight) < 32768
               ? cast(type, cast(Int(16), sample)) * cast(type, cast(Int(16), static_cast<int>(weight)))
               : cast(type, sample) * cast(type, static_cast<int>(weight));
}

/// floor(sum / divisor + 1/2) in integers; in floating point the weights are divided already.
Expr finish(const PeerCase &c, Expr sum) {
    if (isFloating(c)) {
        return sum;
    }
    int divisor = static_cast<int>(c.divisor);
    if (divisor != 1) {
        sum = (sum + cast(sum.type(), divisor / 2)) / cast(sum.type(), divisor);
    }
    return saturating_cast(typeOf(c.destination), sum);
}

void build(Prepared &h, const Schedule &schedule) {
    const PeerCase &c = h.c;
    Var x("x"), y("y"), xo("xo"), yo("yo"), xi("xi"), yi("yi");
    Func output("output"), columns("columns");
    int count = c.rows * c.columns;
    bool floats = isFloating(c);
    double divisor = floats ? c.divisor : 1;
    Type wide = accumulator(c, magnitude(c.weights, count), anyNegative(c.weights, count));
    Expr sum;
    if (schedule.separable) {
        Type narrow = accumulator(c, magnitude(c.column, c.rows), anyNegative(c.column, c.rows));
        for (int r = 0; r < c.rows; r++) {
            if (c.column[r] != 0) {
                Expr next = term(h.input(x, y + r - c.rows / 2), narrow, c.column[r]);
                sum = sum.defined() ? sum + next : next;
            }
        }
        columns(x, y) = sum;
        sum = Expr();
        for (int k = 0; k < c.columns; k++) {
            if (c.row[k] != 0) {
                Expr next = term(columns(x + (k - c.columns / 2) * c.channels, y), wide, c.row[k] / divisor);
                sum = sum.defined() ? sum + next : next;
            }
        }
    } else {
        for (int i = 0; i < count; i++) {
            if (c.weights[i] != 0) {
                Expr next = term(h.input(x + (i % c.columns - c.columns / 2) * c.channels, y + i / c.columns - c.rows / 2), wide, c.weights[i] / divisor);
                sum = sum.defined() ? sum + next : next;
            }
        }
    }
    output(x, y) = finish(c, sum);

    // Bytes use vectors of 32 samples, so that 16-bit sums fill a register of 512 bits.
    int lanes = c.source == Element::Byte ? 32 : 16;
    int width = std::min(lanes * schedule.vectors, c.width);
    int rows = std::min(schedule.tileRows, c.height);
    if (schedule.strip > 0) {
        output.tile(x, y, xo, yo, xi, yi, std::min(schedule.strip, c.width), rows).reorder(xi, yi, yo, xo).vectorize(xi, lanes);
        columns.compute_at(output, yo).vectorize(x, lanes);
    } else if (schedule.separable) {
        output.split(y, yo, yi, rows).vectorize(x, lanes);
        columns.compute_at(output, yo).vectorize(x, lanes);
    } else {
        output.tile(x, y, xi, yi, width, rows).unroll(yi).vectorize(xi, std::min(lanes, width)).unroll(xi);
    }
    if (c.threads > 1) {
        output.parallel(schedule.strip > 0 ? xo : schedule.separable ? yo : y);
    }
    output.output_buffer().dim(0).set_bounds(0, c.width).set_stride(1).dim(1).set_bounds(0, c.height).set_stride(c.width);
    h.input.dim(0).set_min(-(c.columns / 2) * c.channels).set_stride(1).dim(1).set_min(-(c.rows / 2)).set_stride(c.paddedPitch);

    h.pipeline = Pipeline(output);
    h.pipeline.compile_jit(get_jit_target_from_environment().with_feature(Target::NoAsserts).with_feature(Target::NoBoundsQuery));
}

std::vector<Schedule> schedulesOf(const PeerCase &c) {
    int taps = c.rows * c.columns;
    std::vector<Schedule> result;
    if (c.row != nullptr) {
        result = {{true, 1, 1, 0}, {true, 1, 4, 0}, {true, 1, 16, 0}, {true, 1, 32, 128}};
    }
    // Unrolled tiles of large kernels take long to compile and gain nothing: the taps reuse the rows anyway.
    if (taps <= 25) {
        result.insert(result.end(), {{false, 1, 1, 0}, {false, 1, 4, 0}, {false, 2, 4, 0}, {false, 2, 2, 0}});
    } else if (c.row == nullptr || c.rows == 1) {
        result.insert(result.end(), {{false, 2, 1, 0}, {false, 4, 1, 0}});
        if (taps <= 49) {
            result.insert(result.end(), {{false, 1, 4, 0}, {false, 2, 4, 0}});
        }
    }
    return result;
}

} // namespace

const char *peer_version() { return "Halide 14"; }

void *peer_create(const PeerCase *peerCase, int32_t variant, char *name) {
    // Weights that are no fractions would need a choice of their precision, and of several kernels each a schedule.
    if (peerCase->kind >= Kind::Layer || peerCase->kept >= 0) {
        return nullptr;
    }
    // From here on a row is its samples, and neighbours are as far from each other as a pixel has channels.
    PeerCase samples = *peerCase;
    samples.width *= samples.channels;
    std::vector<Schedule> schedules = schedulesOf(*peerCase);
    if (variant >= static_cast<int32_t>(schedules.size())) {
        return nullptr;
    }
    const Schedule &schedule = schedules[variant];
    if (!schedule.separable) {
        std::snprintf(name, 64, "direct, %d x %d vectors", schedule.tileRows, schedule.vectors);
    } else if (schedule.strip == 0) {
        std::snprintf(name, 64, "separable, %d rows", schedule.tileRows);
    } else {
        std::snprintf(name, 64, "separable, %d rows, strips of %d", schedule.tileRows, schedule.strip);
    }
    Prepared *handle = new Prepared(samples, typeOf(samples.source));
    build(*handle, schedule);
    return handle;
}

int32_t peer_run(void *handle, const void *, const void *padded, void *destination) {
    Prepared &h = *static_cast<Prepared *>(handle);
    const PeerCase &c = h.c;
    int left = c.columns / 2 * c.channels, top = c.rows / 2;
    halide_dimension_t from[] = {{-left, c.width + 2 * left, 1}, {-top, c.height + 2 * top, c.paddedPitch}};
    halide_dimension_t to[] = {{0, c.width, 1}, {0, c.height, c.width}};
    // Halide takes the address of the element at the minimum of every axis.
    const uint8_t *first = static_cast<const uint8_t *>(padded) - (static_cast<int64_t>(top) * c.paddedPitch + left) * typeOf(c.source).bytes();
    h.input.set(Buffer<>(typeOf(c.source), const_cast<uint8_t *>(first), 2, from));
    Buffer<> result(typeOf(c.destination), destination, 2, to);
    h.pipeline.realize(result);
    return 0;
}

void peer_destroy(void *handle) { delete static_cast<Prepared *>(handle); }
