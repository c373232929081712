package io.tidemark.cli.pprof;

import io.tidemark.cli.flag.Flag;
import java.util.List;

/** The table of the flags that are neither commands nor settings: where profiles come from, and how far to trust them. */
enum SourceFlag {
    SECONDS("seconds", Flag.Kind.INT, "N", Group.SOURCE, "Have the program record for so many seconds"),
    TIMEOUT("timeout", Flag.Kind.INT, "N", Group.SOURCE, "Wait at most so many seconds for a profile"),
    BASE("base", Flag.Kind.LIST, "SOURCE", Group.SOURCE, """
            Subtract this profile
            Given several times, all are subtracted."""),
    DIFF_BASE("diff_base", Flag.Kind.LIST, "SOURCE", Group.SOURCE, """
            Compare with this profile
            As -base, and shares are those of the base."""),
    ADD_COMMENT("add_comment", Flag.Kind.TEXT, "TEXT", Group.SOURCE, "Add a comment to the profile"),
    ALL_FRAMES("all_frames", Flag.Kind.BOOL, "", Group.SOURCE, "Keep frames that the profile says are of no interest"),
    TLS_CERT("tls_cert", Flag.Kind.TEXT, "FILE", Group.SOURCE, "Show this certificate to servers (PEM)"),
    TLS_KEY("tls_key", Flag.Kind.TEXT, "FILE", Group.SOURCE, "The private key of the certificate (PEM)"),
    TLS_CA("tls_ca", Flag.Kind.TEXT, "FILE", Group.SOURCE, "Trust these authorities instead of the system's (PEM)"),

    SYMBOLIZE("symbolize", Flag.Kind.TEXT, "MODE", Group.SYMBOLS, """
            Where names for addresses come from
            none       nowhere
            local      the binaries on this machine
            fastlocal  the same, names of functions only
            remote     the program that the profile came from
            force      as without the flag, also where there are names already
            Several are separated by colons; also demangle=none, full or templates."""),
    BUILDID("buildid", Flag.Kind.TEXT, "ID", Group.SYMBOLS, "The build id of the main binary, if the profile has none"),
    TOOLS("tools", Flag.Kind.TEXT, "DIRECTORIES", Group.SYMBOLS, "Where addr2line, nm and objdump are"),

    MAX_BYTES("max_bytes", Flag.Kind.TEXT, "SIZE", Group.LIMIT, "The most bytes of a profile when unpacked (4GB)"),
    MAX_FRAMES("max_frames", Flag.Kind.INT, "N", Group.LIMIT, "The most frames of a stack (65536)"),
    MAX_LABELS("max_labels", Flag.Kind.INT, "N", Group.LIMIT, "The most labels of a sample (4096)"),

    HTTP("http", Flag.Kind.TEXT, "HOST:PORT", Group.WEB, "Serve the web page there (it is yet to come)"),
    NO_BROWSER("no_browser", Flag.Kind.BOOL, "", Group.WEB, "Do not open a browser for the web page"),

    INUSE_SPACE("inuse_space", Group.SAMPLE_TYPE, "inuse_space"),
    INUSE_OBJECTS("inuse_objects", Group.SAMPLE_TYPE, "inuse_objects"),
    ALLOC_SPACE("alloc_space", Group.SAMPLE_TYPE, "alloc_space"),
    ALLOC_OBJECTS("alloc_objects", Group.SAMPLE_TYPE, "alloc_objects"),
    TOTAL_DELAY("total_delay", Group.SAMPLE_TYPE, "delay"),
    CONTENTIONS("contentions", Group.SAMPLE_TYPE, "contentions"),
    MEAN_DELAY("mean_delay", Group.SAMPLE_TYPE, "delay");

    /** What a flag is about. */
    enum Group {
        SOURCE,
        SYMBOLS,
        LIMIT,
        WEB,
        /** A short word for {@code -sample_index}. */
        SAMPLE_TYPE
    }

    static final List<SourceFlag> ALL = List.of(values());

    private final Group group;
    private final String sampleType;

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Flag flag;

    SourceFlag(String name, Flag.Kind kind, String argument, Group group, String help) {
        this.group = group;
        this.sampleType = "";
        this.flag = new Flag(name, kind, argument, help);
    }

    SourceFlag(String name, Group group, String sampleType) {
        this.group = group;
        this.sampleType = sampleType;
        String mean = name.startsWith("mean_") ? "-mean " : "";
        this.flag = new Flag(name, Flag.Kind.BOOL, "", "The same as " + mean + "-sample_index=" + sampleType);
    }

    Flag flag() {
        return flag;
    }

    /** The name, without a dash. */
    String label() {
        return flag.name();
    }

    Group group() {
        return group;
    }

    /** The sample type that it selects, or empty. */
    String sampleType() {
        return sampleType;
    }
}
