package eu.guichet.backend.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Callers who give up one stream and go on with those beside it. */
class ResetStreamsTest extends Http2Listening {
    @Test
    void a_flood_of_resets_costs_the_connection() throws IOException {
        try (Http2Peer peer = greeting()) {
            for (int stream = 1; stream < 4000; stream += 2) {
                try {
                    peer.get(stream, "/slow");
                    peer.reset(stream);
                } catch (IOException e) {
                    break;
                }
            }
            assertThat(peer.rest())
                    .filteredOn(frame -> frame.type() == Http2Peer.GO_AWAY)
                    .allSatisfy(frame -> assertThat(frame.error()).isEqualTo(ENHANCE_YOUR_CALM));
            assertThat(begun.availablePermits()).isLessThan(200);
            working.countDown();
        }
        assertThatNothingIsLeft();
    }

    @Test
    void whoever_gives_up_an_answer_when_it_is_over_has_the_streams_beside_it() throws IOException {
        try (Http2Peer peer = greeting()) {
            for (int stream = 1; stream < 400; stream += 4) {
                peer.get(stream, "/quick");
                assertThat(answer(peer, stream)).isEqualTo("done");
                peer.get(stream + 2, "/quick");
                peer.reset(stream);
                assertThat(answer(peer, stream + 2)).isEqualTo("done");
            }
        }
        assertThatNothingIsLeft();
    }

    @Test
    void whoever_gives_up_an_answer_in_its_middle_has_the_streams_beside_it() throws IOException, InterruptedException {
        try (Http2Peer peer = greeting()) {
            for (int stream = 1; stream < 200; stream += 4) {
                peer.get(stream, "/big");
                awaitBegun();
                peer.get(stream + 2, "/empty");
                peer.reset(stream);
                peer.window(0, BIG);
                assertThat(peer.next(Http2Peer.HEADERS, stream + 2)).isNotNull();
                peer.reset(stream + 2);
            }
        }
        assertThatNothingIsLeft();
    }

    @Test
    void a_body_that_is_refused_before_its_end_costs_no_other_stream() throws IOException {
        try (Http2Peer peer = greeting()) {
            peer.window(0, BIG);
            peer.post(1, "/refused");
            assertThat(answer(peer, 1)).isEqualTo("too large");
            for (int i = 0; i < 3; i++) {
                peer.frame(Http2Peer.DATA, 0, 1, new byte[16_000]);
            }
            peer.get(3, "/quick");
            peer.frame(Http2Peer.DATA, Http2Peer.END_STREAM, 1, new byte[16_000]);
            peer.get(5, "/quick");
            peer.reset(1);
            peer.get(7, "/quick");
            assertThat(answer(peer, 7)).isEqualTo("done");
        }
        assertThatNothingIsLeft();
    }
}
