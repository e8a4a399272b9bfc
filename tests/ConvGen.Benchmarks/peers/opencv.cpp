// OpenCV. It works on the plain image and makes its own border, Reflect101, as the generated code does.
#include "peer.h"
#include <cstdio>
#include <functional>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace {

using Call = std::function<void(const cv::Mat &, cv::Mat &)>;

struct Way {
    const char *name;
    Call call;
};

struct Prepared {
    int width, height, sourceType, destinationType, kept;
    Call call;
};

int typeOf(Element element) {
    switch (element) {
    case Element::Byte: return CV_8U;
    case Element::Short: return CV_16S;
    case Element::UShort: return CV_16U;
    case Element::Double: return CV_64F;
    case Element::Int: return CV_32S;
    default: return CV_32F;
    }
}

cv::Mat matrix(const PeerCase &c, const double *values, int rows, int columns, double divisor) {
    cv::Mat exact(rows, columns, CV_64F), result;
    for (int i = 0; i < rows * columns; i++) {
        exact.at<double>(i / columns, i % columns) = values[i] / divisor;
    }
    exact.convertTo(result, c.source == Element::Double ? CV_64F : CV_32F);
    return result;
}

double sum(const double *values, int count) {
    double result = 0;
    for (int i = 0; i < count; i++) {
        result += values[i];
    }
    return result;
}

/// The way that applies any kernel.
Way filter(const PeerCase &c) {
    cv::Mat kernel = matrix(c, c.weights, c.rows, c.columns, c.divisor);
    int depth = typeOf(c.destination);
    return {"filter2D", [=](const cv::Mat &source, cv::Mat &destination) {
                cv::filter2D(source, destination, depth, kernel, cv::Point(-1, -1), 0, cv::BORDER_REFLECT_101);
            }};
}

/// The way that applies a column and a row. Each is divided by its own sum where there is a divisor to be shared out.
Way separable(const PeerCase &c) {
    bool shared = c.divisor != 1;
    cv::Mat column = matrix(c, c.column, c.rows, 1, shared ? sum(c.column, c.rows) : 1);
    cv::Mat row = matrix(c, c.row, 1, c.columns, shared ? sum(c.row, c.columns) : 1);
    int depth = typeOf(c.destination);
    return {"sepFilter2D", [=](const cv::Mat &source, cv::Mat &destination) {
                cv::sepFilter2D(source, destination, depth, row, column, cv::Point(-1, -1), 0, cv::BORDER_REFLECT_101);
            }};
}

std::vector<Way> waysOf(const PeerCase &c) {
    cv::Size size(c.columns, c.rows);
    int depth = typeOf(c.destination);
    switch (c.kind) {
    case Kind::Gaussian:
        return {{"GaussianBlur", [=](const cv::Mat &source, cv::Mat &destination) {
                     cv::GaussianBlur(source, destination, size, 0, 0, cv::BORDER_REFLECT_101);
                 }},
                separable(c)};
    case Kind::Blur: {
        double sigma = c.sigma;
        return {{"GaussianBlur", [=](const cv::Mat &source, cv::Mat &destination) {
                     cv::GaussianBlur(source, destination, size, sigma, sigma, cv::BORDER_REFLECT_101);
                 }}};
    }
    case Kind::Magnitude:
        return {{"Sobel, Sobel, magnitude", [=](const cv::Mat &source, cv::Mat &destination) {
                     cv::Mat across, down, magnitude;
                     cv::Sobel(source, across, CV_32F, 1, 0, 3, 1, 0, cv::BORDER_REFLECT_101);
                     cv::Sobel(source, down, CV_32F, 0, 1, 3, 1, 0, cv::BORDER_REFLECT_101);
                     cv::magnitude(across, down, magnitude);
                     magnitude.convertTo(destination, depth);
                 }}};
    case Kind::Sobel:
        return {{"Sobel", [=](const cv::Mat &source, cv::Mat &destination) {
                     cv::Sobel(source, destination, depth, 1, 0, 3, 1, 0, cv::BORDER_REFLECT_101);
                 }},
                separable(c), filter(c)};
    case Kind::Laplacian:
        return {{"Laplacian", [=](const cv::Mat &source, cv::Mat &destination) {
                     cv::Laplacian(source, destination, depth, 1, 1, 0, cv::BORDER_REFLECT_101);
                 }},
                filter(c)};
    case Kind::Box: {
        std::vector<Way> ways = {{"blur", [=](const cv::Mat &source, cv::Mat &destination) {
                                      cv::blur(source, destination, size, cv::Point(-1, -1), cv::BORDER_REFLECT_101);
                                  }}};
        // On bytes sepFilter2D rounds a fifth to 8 bits, and its results are wrong by one.
        if (c.source == Element::Float) {
            ways.push_back(separable(c));
        }
        return ways;
    }
    default:
        return {filter(c)};
    }
}

} // namespace

const char *peer_version() { return "OpenCV " CV_VERSION; }

void *peer_create(const PeerCase *peerCase, int32_t variant, char *name) {
    // OpenCV has no filter of 32-bit numbers.
    if (peerCase->source == Element::Int) {
        return nullptr;
    }
    cv::setNumThreads(peerCase->threads);
    std::vector<Way> ways = waysOf(*peerCase);
    if (variant >= static_cast<int32_t>(ways.size())) {
        return nullptr;
    }
    std::snprintf(name, 64, "%s", ways[variant].name);
    int channels = peerCase->channels;
    return new Prepared{peerCase->width, peerCase->height, CV_MAKETYPE(typeOf(peerCase->source), channels), CV_MAKETYPE(typeOf(peerCase->destination), channels),
                        peerCase->kept, ways[variant].call};
}

int32_t peer_run(void *handle, const void *source, const void *, void *destination) {
    try {
        Prepared &h = *static_cast<Prepared *>(handle);
        cv::Mat from(h.height, h.width, h.sourceType, const_cast<void *>(source));
        cv::Mat to(h.height, h.width, h.destinationType, destination);
        h.call(from, to);
        if (h.kept >= 0) {
            cv::mixChannels({from}, {to}, {h.kept, h.kept});
        }
        // A new buffer would mean that the result is elsewhere.
        return to.data == destination ? 0 : 1;
    } catch (const cv::Exception &) {
        return 2;
    }
}

void peer_destroy(void *handle) { delete static_cast<Prepared *>(handle); }
