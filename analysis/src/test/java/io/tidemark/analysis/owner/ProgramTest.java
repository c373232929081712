package io.tidemark.analysis.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.code.Frame;
import io.tidemark.model.goroutine.GoroutineParents.Parent;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private static final Frame MAIN = Frame.of("main.main", "/home/u/svc/cmd/svc/main.go", 10);
    private static final Frame CALL = Frame.of("acme.com/svc/client.callOther", "/home/u/svc/client/client.go", 48);
    private static final Frame STORE = Frame.of("acme.com/svc/store.(*Store).Put", "/home/u/svc/store/store.go", 7);
    private static final Frame DIAL = Frame.of(
            "google.golang.org/grpc.NewClient", "/root/go/pkg/mod/google.golang.org/grpc@v1.76.0/clientconn.go", 200);
    private static final Frame READER = Frame.of(
            "google.golang.org/grpc/internal/transport.(*http2Client).reader",
            "/root/go/pkg/mod/google.golang.org/grpc@v1.76.0/internal/transport/http2_client.go",
            1600);
    private static final Frame READ = Frame.of("net.(*conn).Read", "/usr/local/go/src/net/net.go", 100);
    private static final Frame BESIDE = Frame.of("acme.com/harness.Run", "/home/u/harness/run.go", 5);

    @Test
    void origin_isKnown_byTheTreeOfMain() {
        Program program = Program.of(List.of(profile(MAIN), profile(STORE), profile(READ, READER, BESIDE)));
        assertThat(program.origin(MAIN)).isEqualTo(Origin.OWN);
        assertThat(program.origin(STORE)).isEqualTo(Origin.OWN);
        assertThat(program.origin(READER)).isEqualTo(Origin.LIBRARY);
        assertThat(program.origin(READ)).isEqualTo(Origin.STANDARD);
        assertThat(program.origin(BESIDE)).isEqualTo(Origin.NEARBY);
    }

    @Test
    void origin_withTrimpath_isThatOfTheImportPath() {
        Frame main = Frame.of("main.main", "github.com/acme/svc/cmd/svc/main.go", 10);
        Frame own = Frame.of("github.com/acme/svc/store.Put", "github.com/acme/svc/store/store.go", 3);
        Frame library = Frame.of("github.com/acme/log.Write", "github.com/acme/log@v1.2.3/log.go", 3);
        Frame standard = Frame.of("io.ReadAll", "io/io.go", 3);
        Program program = Program.of(List.of(profile(main), profile(standard, library, own)));
        assertThat(program.origin(own)).isEqualTo(Origin.OWN);
        assertThat(program.origin(library)).isEqualTo(Origin.LIBRARY);
        assertThat(program.origin(standard)).isEqualTo(Origin.STANDARD);
    }

    @Test
    void origin_inAGopath_isThatOfTheRepository() {
        Frame main = Frame.of("main.main", "/go/src/github.com/acme/svc/main.go", 10);
        Frame own = Frame.of("github.com/acme/svc/store.Put", "/go/src/github.com/acme/svc/store/store.go", 3);
        Frame other = Frame.of("github.com/other/log.Write", "/go/src/github.com/other/log/log.go", 3);
        Frame vendored = Frame.of("github.com/x/y.Z", "/go/src/github.com/acme/svc/vendor/github.com/x/y/y.go", 3);
        Program program = Program.of(List.of(profile(main), profile(vendored, other, own)));
        assertThat(program.origin(own)).isEqualTo(Origin.OWN);
        assertThat(program.origin(other)).isEqualTo(Origin.NEARBY);
        assertThat(program.origin(vendored)).isEqualTo(Origin.LIBRARY);
    }

    @Test
    void origin_withoutMain_isThatOfTheMostCommonModule() {
        Frame other = Frame.of("github.com/other/log.Write", "", 3);
        Program program = Program.of(List.of(profile(STORE, CALL, other)));
        assertThat(program.origin(STORE)).isEqualTo(Origin.OWN);
        assertThat(program.origin(other)).isEqualTo(Origin.NEARBY);
    }

    @Test
    void owner_isTheFirstOwnFrame() {
        Program program = Program.of(List.of(profile(READ, STORE, CALL, MAIN)));
        Owner owner = program.owner(List.of(READ, STORE, CALL, MAIN));
        assertThat(owner.frame()).isEqualTo(STORE);
        assertThat(owner.basis()).isEqualTo(Owner.Basis.FRAME);
        assertThat(owner.toCulprit().line()).isEqualTo(7);
        assertThat(owner.toCulprit().stack()).contains("acme.com/svc/store.(*Store).Put /home/u/svc/store/store.go:7");
    }

    @Test
    void owner_ofALibrarysGoroutine_isItsCreator() {
        Program program = Program.of(List.of(profile(READ, CALL, MAIN)));
        Owner owner = program.owner(List.of(READ, READER), "acme.com/svc/client.callOther");
        assertThat(owner.frame()).isEqualTo(CALL);
        assertThat(owner.basis()).isEqualTo(Owner.Basis.CREATOR);
    }

    @Test
    void owner_ofALibrarysOwnGoroutine_isWhoCallsTheLibrary() {
        Program program = Program.of(List.of(profile(DIAL, CALL, MAIN), profile(READ, STORE, MAIN)));
        Owner owner = program.owner(List.of(READ, READER), "google.golang.org/grpc/internal/transport.NewHTTP2Client");
        assertThat(owner.frame()).isEqualTo(CALL);
        assertThat(owner.basis()).isEqualTo(Owner.Basis.SIBLING);
    }

    @Test
    void owner_whenNobodyIsSeenToCall_isInTheGoroutineThatStartedIt() {
        String creator = "google.golang.org/grpc/internal/transport.NewHTTP2Client";
        Program program = Program.of(List.of(profile(READ, STORE, MAIN)))
                .withParents(List.of(new Parent(Frame.of(creator, "", 9), List.of(READ, CALL, MAIN), 5)));
        Owner owner = program.owner(List.of(READ, READER), creator);
        assertThat(owner.frame()).isEqualTo(CALL);
        assertThat(owner.basis()).isEqualTo(Owner.Basis.PARENT);
    }

    @Test
    void owner_thatStartedIt_hasThePlaceOfItsGoStatement() {
        Frame statement = Frame.of(CALL.function(), CALL.file(), 52);
        Program program = Program.of(List.of(profile(READ, CALL, MAIN)))
                .withParents(List.of(new Parent(statement, List.of(), 5)));
        assertThat(program.owner(List.of(READ, READER), CALL.function()).frame())
                .isEqualTo(statement);
    }

    @Test
    void owner_ofALibraryThatNobodyCalls_isTheLibrary() {
        Program program = Program.of(List.of(profile(STORE, MAIN)));
        assertThat(program.owner(List.of(READ, READER)).frame()).isEqualTo(READER);
        assertThat(program.owner(List.of(READ, READER)).basis()).isEqualTo(Owner.Basis.LIBRARY);
        assertThat(program.owner(List.of()).basis()).isEqualTo(Owner.Basis.LIBRARY);
    }

    private static Profile profile(Frame... stack) {
        ProfileBuilder builder = new ProfileBuilder(
                List.of(new ValueType("alloc_objects", "count"), new ValueType("inuse_objects", "count")));
        List<Integer> locations = new ArrayList<>();
        for (Frame frame : stack) {
            locations.add(builder.location(frame.function(), frame.file(), frame.line()));
        }
        builder.sample(
                LabelSet.EMPTY,
                locations.stream().mapToInt(location -> location).toArray(),
                9,
                3);
        try {
            return builder.build();
        } catch (MalformedProfileException e) {
            throw new AssertionError(e);
        }
    }
}
