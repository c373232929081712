package io.tidemark.model.legacy;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.ValueType;
import java.util.List;

/**
 * The functions that only measured or only handed out memory, which nobody wants to see: profile.proto carries such rules
 * itself, the older formats leave them to the reader. The names are those that pprof drops and keeps.
 */
final class UninterestingFrames {
    private static final List<List<String>> HEAP = List.of(
            List.of("allocations", "size"),
            List.of("objects", "space"),
            List.of("inuse_objects", "inuse_space"),
            List.of("alloc_objects", "alloc_space"),
            List.of("alloc_objects", "alloc_space", "inuse_objects", "inuse_space"));

    private static final List<String> CONTENTION = List.of("contentions", "delay");

    private static final String ALLOCATORS = String.join(
            "|",
            // the C library
            "calloc|cfree|malloc|free|memalign|do_memalign|(__)?posix_memalign|pvalloc|valloc|realloc",
            // tcmalloc
            "tcmalloc::.*|tc_calloc|tc_cfree|tc_malloc|tc_free|tc_memalign|tc_posix_memalign|tc_pvalloc|tc_valloc",
            "tc_realloc|tc_new|tc_delete|tc_newarray|tc_deletearray|tc_new_nothrow|tc_newarray_nothrow",
            // macOS
            "malloc_zone_malloc|malloc_zone_calloc|malloc_zone_valloc|malloc_zone_realloc|malloc_zone_memalign",
            "malloc_zone_free",
            // Go
            "runtime\\..*",
            // what is left of C++
            "BaseArena::.*|(::)?do_malloc_no_errno|(::)?do_malloc_pages|(::)?do_malloc|DoSampledAllocation",
            "MallocedMemBlock::MallocedMemBlock|_M_allocate|__builtin_(vec_)?delete|__builtin_(vec_)?new",
            "__gnu_cxx::new_allocator::allocate|__libc_malloc|__malloc_alloc_template::allocate|allocate|cpp_alloc",
            "operator new(\\[\\])?|simple_alloc::allocate");

    /** What Go's runtime does on behalf of the program in the middle of a stack. */
    private static final String ALLOCATORS_TO_KEEP = "runtime\\.panic|runtime\\.reflectcall|runtime\\.call[0-9]*";

    private static final String LOCKS = String.join(
            "|",
            "RecordLockProfileData|(base::)?RecordLockProfileData.*|(base::)?SubmitMutexProfileData.*",
            "(base::)?SubmitSpinLockProfileData.*|(base::Mutex::)?AwaitCommon.*|(base::Mutex::)?Unlock.*",
            "(base::Mutex::)?UnlockSlow.*|(base::Mutex::)?ReaderUnlock.*|(base::MutexLock::)?~MutexLock.*",
            "(Mutex::)?AwaitCommon.*|(Mutex::)?Unlock.*|(Mutex::)?UnlockSlow.*|(Mutex::)?ReaderUnlock.*",
            "(MutexLock::)?~MutexLock.*|(SpinLock::)?Unlock.*|(SpinLock::)?SlowUnlock.*",
            "(SpinLockHolder::)?~SpinLockHolder.*");

    private static final String SIGNAL_HANDLERS =
            "ProfileData::Add|ProfileData::prof_handler|CpuProfiler::prof_handler|__pthread_sighandler|__restore";

    private UninterestingFrames() {}

    /** The header with the rules that suit its sample types. */
    static Header addTo(Header header) {
        List<String> types = header.sampleTypes().stream().map(ValueType::type).toList();
        if (HEAP.contains(types)) {
            return header.withFrames(new Header.FrameRules(ALLOCATORS, ALLOCATORS_TO_KEEP));
        }
        return header.withFrames(new Header.FrameRules(types.equals(CONTENTION) ? LOCKS : SIGNAL_HANDLERS, ""));
    }
}
