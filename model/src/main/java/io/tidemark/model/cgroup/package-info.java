/**
 * What Linux tells about the memory of a container: the files of a control group, of version 1 or 2, as one {@link
 * io.tidemark.model.cgroup.CgroupMemory}.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2</a>
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v1/memory.html">Memory Resource Controller</a>
 */
@NullMarked
package io.tidemark.model.cgroup;

import org.jspecify.annotations.NullMarked;
