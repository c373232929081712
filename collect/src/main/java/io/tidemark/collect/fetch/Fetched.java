package io.tidemark.collect.fetch;

import io.tidemark.collect.symbolize.MappingSources;
import io.tidemark.collect.symbolize.Post;
import io.tidemark.model.profile.Profile;
import java.util.Optional;

/**
 * What came of fetching.
 *
 * @param profile the sources, merged
 * @param base the bases, merged, where there are any
 * @param mappingSources which mappings came from which servers; {@link MappingSources#withoutUrls} is due once they have
 *     been asked
 * @param servers asks those servers, as whoever fetched from them
 * @param isRemote whether anything came from a server, and so can't simply be read again
 */
public record Fetched(
        Profile profile, Optional<Profile> base, MappingSources mappingSources, Post servers, boolean isRemote) {}
