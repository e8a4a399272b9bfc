#!/usr/bin/env bash
# Builds one library a peer, for those whose headers are installed: build.sh DIRECTORY.
# On Debian: apt-get install g++ libopencv-dev libhalide14-0-dev libdnnl-dev
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

output=${1:?"usage: build.sh DIRECTORY"}
mkdir -p "$output"
if ! command -v g++ > /dev/null; then
    echo "peers: no g++, nothing is built"
    exit 0
fi

# build NAME HEADER FLAGS...: a library that fails to build is left out, like one that is not installed.
build() {
    local name=$1 header=$2
    shift 2
    if ! echo "#include <$header>" | g++ -std=c++17 -E -x c++ "$@" - > /dev/null 2>&1; then
        echo "peers: $name is not installed"
    elif g++ -std=c++17 -O2 -fPIC -shared "$name.cpp" -o "$output/libconvgen-$name.so" "$@" > "$output/$name.log" 2>&1; then
        echo "peers: $name is built"
    else
        echo "peers: $name could not be built, see $output/$name.log"
    fi
}

build opencv opencv2/imgproc.hpp -I/usr/include/opencv4 -lopencv_imgproc -lopencv_core &
build halide Halide.h -I/usr/include/halide14 -lHalide14 &
build onednn oneapi/dnnl/dnnl.hpp -fopenmp -ldnnl &
wait
