// A program without a library, for the tests that ask tools about binaries. It is built so:
//
//   g++ -O1 -g -gdwarf-4 -fPIE -pie -nostdlib -nostartfiles -fno-exceptions -fno-asynchronous-unwind-tables \
//       -ffile-prefix-map=$PWD=/src -fno-stack-protector -fcf-protection=none -Wl,--build-id=sha1 \
//       -Wl,-z,noseparate-code -Wl,--hash-style=gnu -o tower tower.cc

namespace tower {

inline unsigned mix(unsigned x) {
    x ^= x << 13;
    return x ^ (x >> 17);
}

inline unsigned twice(unsigned x) {
    return mix(mix(x) + 1);
}

template <typename T>
__attribute__((noinline)) T fold(T seed, int n) {
    for (int i = 0; i < n; i++) {
        seed = seed * 31 + i;
    }
    return seed;
}

__attribute__((noinline)) unsigned climb(unsigned floors) {
    unsigned sum = 0;
    for (unsigned i = 0; i < floors; i++) {
        sum += twice(i);
    }
    return sum + fold<unsigned long>(sum, 3);
}

}  // namespace tower

unsigned result;

extern "C" void _start() {
    result = tower::climb(9);
    for (;;) {
    }
}
