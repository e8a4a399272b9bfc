// oneDNN, with weights in its own packed order, packed before. The border of filters is zero here, so that only the interior agrees with the others.
#include "peer.h"
#include <cstdio>
#include <cstring>
#include <omp.h>
#include <oneapi/dnnl/dnnl.hpp>
#include <vector>

namespace {

using namespace dnnl;

struct Prepared {
    engine processor{engine::kind::cpu, 0};
    stream queue{processor};
    memory source, weights, destination;
    convolution_forward convolution;
};

} // namespace

const char *peer_version() {
    static char text[32];
    const dnnl_version_t *version = dnnl_version();
    std::snprintf(text, sizeof text, "oneDNN %d.%d.%d", version->major, version->minor, version->patch);
    return text;
}

// Beyond, a filter of one channel would take seconds for an image: what oneDNN spreads over lanes are channels.
static const int MostTaps = 400;

void *peer_create(const PeerCase *c, int32_t variant, char *name) {
    bool isLayer = c->kind == Kind::Layer;
    bool bytes = c->source == Element::Byte;
    bool known = isLayer ? (bytes ? c->destination == Element::Int : c->source == Element::Float)
                         : c->kind == Kind::General && c->source == Element::Float && c->channels == 1 && c->rows * c->columns <= MostTaps;
    // Winograd's minimal filtering there is for some layers of 3 x 3 taps; "auto" takes it only where it expects it to be faster.
    if (!known || variant > (isLayer ? (bytes ? 1 : 2) : 0)) {
        return nullptr;
    }
    omp_set_num_threads(c->threads);
    try {
        auto *h = new Prepared;
        memory::dim inputs = isLayer ? c->inputs : 1, outputs = isLayer ? c->outputs : 1, stride = isLayer ? c->stride : 1;
        memory::dims before = {c->rows / 2, c->columns / 2}, after = {c->rows - 1 - c->rows / 2, c->columns - 1 - c->columns / 2};
        if (isLayer) {
            before = after = {c->padding, c->padding};
        }
        auto length = [&](memory::dim size, int axis) { return (size + before[axis] + after[axis] - (axis == 0 ? c->rows : c->columns)) / stride + 1; };
        memory::dims image = {1, inputs, c->height, c->width}, shape = {outputs, inputs, c->rows, c->columns};
        memory::dim groups = isLayer ? c->groups : 1;
        if (groups > 1) {
            shape = {groups, outputs / groups, inputs / groups, c->rows, c->columns};
        }
        memory::dims result = {1, outputs, length(c->height, 0), length(c->width, 1)};
        memory::dims strides = {stride, stride};
        if (isLayer && c->depth > 1) {
            // A volume: its kernel is a cube, and all axes have the same stride and padding.
            image.insert(image.begin() + 2, c->depth);
            shape.insert(shape.end() - 2, c->rows);
            result.insert(result.begin() + 2, (c->depth + 2 * c->padding - c->rows) / stride + 1);
            strides.push_back(stride);
            before.push_back(c->padding);
            after.push_back(c->padding);
        }
        bool isVolume = image.size() == 5;
        auto plain = isVolume ? (c->planar ? memory::format_tag::ncdhw : memory::format_tag::ndhwc) : isLayer && c->planar ? memory::format_tag::nchw : memory::format_tag::nhwc;
        auto sourceType = bytes ? memory::data_type::u8 : memory::data_type::f32, weightType = bytes ? memory::data_type::s8 : memory::data_type::f32;
        memory::desc imageFormat(image, sourceType, plain);
        memory::desc resultFormat(result, bytes ? memory::data_type::s32 : memory::data_type::f32, plain);
        memory::desc anyFormat(shape, weightType, memory::format_tag::any);
        auto algorithm = variant == 0 ? algorithm::convolution_direct : variant == 1 ? algorithm::convolution_auto : algorithm::convolution_winograd;
        std::snprintf(name, 64, isLayer ? (variant == 0 ? "direct" : variant == 1 ? "auto" : "winograd") : "convolution_forward");
        convolution_forward::desc description(prop_kind::forward_inference, algorithm, imageFormat, anyFormat, resultFormat, strides, before, after);
        convolution_forward::primitive_desc primitive(description, h->processor);

        std::vector<float> values(outputs * (inputs / groups) * c->rows * c->columns * (isVolume ? c->rows : 1));
        for (size_t i = 0; i < values.size(); i++) {
            values[i] = static_cast<float>(c->weights[i] / c->divisor);
        }
        auto order = isVolume ? (groups > 1 ? memory::format_tag::goidhw : memory::format_tag::oidhw)
                              : (groups > 1 ? memory::format_tag::goihw : memory::format_tag::oihw);
        memory unpacked({shape, memory::data_type::f32, order}, h->processor, values.data());
        h->weights = memory(primitive.weights_desc(), h->processor);
        reorder(unpacked, h->weights).execute(h->queue, unpacked, h->weights);
        h->queue.wait();

        h->source = memory(imageFormat, h->processor, nullptr);
        h->destination = memory(resultFormat, h->processor, nullptr);
        h->convolution = convolution_forward(primitive);
        return h;
    } catch (const dnnl::error &) {
        return nullptr;
    }
}

int32_t peer_run(void *handle, const void *source, const void *, void *destination) {
    Prepared &h = *static_cast<Prepared *>(handle);
    h.source.set_data_handle(const_cast<void *>(source));
    h.destination.set_data_handle(destination);
    h.convolution.execute(h.queue, {{DNNL_ARG_SRC, h.source}, {DNNL_ARG_WEIGHTS, h.weights}, {DNNL_ARG_DST, h.destination}});
    h.queue.wait();
    return 0;
}

void peer_destroy(void *handle) { delete static_cast<Prepared *>(handle); }
