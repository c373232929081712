package io.tidemark.collect.fetch;

import io.tidemark.collect.http.Address;
import io.tidemark.collect.http.Transport;
import io.tidemark.collect.symbolize.MappingSources;
import io.tidemark.collect.symbolize.Post;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers that profiles came from. They can be asked for more by URLs without a password: it is remembered here, and
 * nowhere else.
 */
final class Servers implements Post {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Transport transport;
    private final Limits limits;
    private final List<Address> addresses = new ArrayList<>();
    private final MappingSources mappings = new MappingSources();

    Servers(Transport transport, Limits limits) {
        this.transport = transport;
        this.limits = limits;
    }

    /** Remembers where a profile came from, and says so in its mappings where these have no other name. */
    Profile add(Profile profile, Address address) {
        addresses.add(address);
        return mappings.add(profile, address.toString());
    }

    /** The URLs of the mappings, without passwords. */
    MappingSources mappings() {
        return mappings;
    }

    /** Whether there are any. */
    boolean isEmpty() {
        return addresses.isEmpty();
    }

    @Override
    public byte[] post(String url, String body) throws IOException {
        Address address;
        try {
            address = Address.parse(url);
        } catch (IllegalArgumentException e) {
            throw new IOException(url + ": " + e.getMessage(), e);
        }
        for (Address known : addresses) {
            address = address.withCredentialsOf(known);
        }
        try (InputStream in = transport
                .post(address, body.getBytes(StandardCharsets.UTF_8), TIMEOUT)
                .body()) {
            return bounded(in);
        } catch (IOException e) {
            throw new IOException(address + ": " + Reason.of(e), e);
        }
    }

    private byte[] bounded(InputStream in) throws IOException {
        int limit = (int) Math.min(limits.maxBytes(), Integer.MAX_VALUE - 16);
        byte[] answer = in.readNBytes(limit);
        if (answer.length == limit) {
            throw new MalformedProfileException(
                    "answer of more than " + limit + " bytes (the limit; raise it with -max_bytes)");
        }
        return answer;
    }
}
