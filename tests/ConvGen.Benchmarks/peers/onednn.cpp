// oneDNN on one thread, with weights in its own packed order, packed before. Its border is zero, so that only the interior agrees with the others.
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

void *peer_create(const PeerCase *c, int32_t variant, char *name) {
    if (c->kind != Kind::General || c->source != Element::Float || c->destination != Element::Float || variant > 0) {
        return nullptr;
    }
    omp_set_num_threads(1);
    try {
        auto *h = new Prepared;
        std::snprintf(name, 64, "convolution_forward");
        memory::dims image = {1, 1, c->height, c->width}, shape = {1, 1, c->rows, c->columns};
        auto plain = memory::format_tag::nhwc;
        memory::desc imageFormat(image, memory::data_type::f32, plain);
        memory::desc anyFormat(shape, memory::data_type::f32, memory::format_tag::any);
        memory::dims before = {c->rows / 2, c->columns / 2}, after = {c->rows - 1 - c->rows / 2, c->columns - 1 - c->columns / 2};
        convolution_forward::desc description(prop_kind::forward_inference, algorithm::convolution_direct, imageFormat, anyFormat, imageFormat,
                                              {1, 1}, before, after);
        convolution_forward::primitive_desc primitive(description, h->processor);

        std::vector<float> values(c->rows * c->columns);
        for (size_t i = 0; i < values.size(); i++) {
            values[i] = static_cast<float>(c->weights[i] / c->divisor);
        }
        memory unpacked({shape, memory::data_type::f32, memory::format_tag::oihw}, h->processor, values.data());
        h->weights = memory(primitive.weights_desc(), h->processor);
        reorder(unpacked, h->weights).execute(h->queue, unpacked, h->weights);
        h->queue.wait();

        h->source = memory(imageFormat, h->processor, nullptr);
        h->destination = memory(imageFormat, h->processor, nullptr);
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
