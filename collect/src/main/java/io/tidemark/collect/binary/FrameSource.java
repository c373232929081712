package io.tidemark.collect.binary;

import io.tidemark.model.code.Frame;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Tells what an address of a binary stands for. */
interface FrameSource extends Closeable {
    /**
     * The frames at an address of the file, innermost first; none when nothing is known.
     *
     * @throws IOException when the tool does not answer
     */
    List<Frame> frames(long address) throws IOException;

    @Override
    void close();
}
