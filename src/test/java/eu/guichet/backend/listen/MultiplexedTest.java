package eu.guichet.backend.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 as it is meant, and as somebody would speak it who wants to hold the listener. */
class MultiplexedTest extends Http2Listening {
    @Test
    void a_client_that_can_speaks_it_and_has_one_connection_for_many_requests()
            throws IOException, GeneralSecurityException {
        OkHttpClient client = client();
        for (int i = 0; i < 20; i++) {
            try (Response response = client.newCall(new Request.Builder()
                            .url("https://localhost:" + port() + "/quick")
                            .build())
                    .execute()) {
                assertThat(response.protocol()).isEqualTo(Protocol.HTTP_2);
                assertThat(response.body().string()).isEqualTo("done");
            }
        }
        assertThat(listener.connections()).isEqualTo(1);
        assertThatNothingIsLeft();
    }

    @Test
    void requests_side_by_side_are_answered_side_by_side() throws IOException, InterruptedException {
        try (Http2Peer peer = greeting()) {
            peer.get(1, "/slow");
            awaitBegun();
            peer.get(3, "/quick");
            assertThat(answer(peer, 3)).isEqualTo("done");
            working.countDown();
            assertThat(answer(peer, 1)).isEqualTo("done");
        }
    }

    @Test
    void whoever_agrees_on_it_and_says_nothing_or_too_little_is_hung_up_on() throws IOException {
        List<Http2Peer> peers = new ArrayList<>(List.of(Http2Peer.silent(port(), trust), greeting()));
        Http2Peer halfFrame = greeting();
        halfFrame.bytes(new byte[] {0, 0, 40, Http2Peer.HEADERS});
        peers.add(halfFrame);
        Http2Peer halfHead = greeting();
        halfHead.frame(Http2Peer.HEADERS, Http2Peer.END_STREAM, 1, Http2Peer.head("GET", "/quick"));
        peers.add(halfHead);
        for (Http2Peer peer : peers) {
            try (peer) {
                assertThat(peer.rest()).extracting(Http2Peer.Frame::type).doesNotContain(Http2Peer.HEADERS);
            }
        }
        assertThatNothingIsLeft();
    }

    @Test
    void pings_prolong_nothing() throws IOException {
        try (Http2Peer peer = greeting()) {
            Http2Peer.Frame end = null;
            while (end == null) {
                peer.frame(Http2Peer.PING, 0, 0, new byte[8]);
                Http2Peer.Frame frame = Objects.requireNonNull(peer.next());
                end = frame.type() == Http2Peer.GO_AWAY ? frame : null;
            }
            assertThat(end.error()).isZero();
            peer.rest();
        }
        assertThatNothingIsLeft();
    }

    @Test
    void a_body_that_does_not_come_ends_its_stream_and_nobody_takes_the_half_for_the_whole()
            throws IOException, InterruptedException {
        try (Http2Peer body = posting("/body");
                Http2Peer upload = posting("/long")) {
            List<Http2Peer> peers = List.of(body, upload);
            for (Http2Peer peer : peers) {
                peer.frame(Http2Peer.DATA, 0, 1, new byte[4]);
            }
            eventually(() -> ended.get() == peers.size());
            for (Http2Peer peer : peers) {
                assertThat(peer.rest()).extracting(Http2Peer.Frame::type).doesNotContain(Http2Peer.HEADERS);
            }
        }
        assertThat(bodies.get()).isZero();
        assertThatNothingIsLeft();
    }

    /** One whose request is begun and whose body is to come. */
    private Http2Peer posting(String path) throws IOException, InterruptedException {
        Http2Peer peer = greeting();
        peer.post(1, path);
        awaitBegun();
        return peer;
    }

    @Test
    void a_body_that_trickles_ends_its_stream() throws IOException, InterruptedException {
        try (Http2Peer body = posting("/body");
                Http2Peer upload = posting("/long")) {
            eventually(() -> {
                trickle(body);
                trickle(upload);
                return ended.get() == 2;
            });
        }
        assertThat(bodies.get()).isZero();
        assertThatNothingIsLeft();
    }

    private static void trickle(Http2Peer peer) {
        try {
            peer.frame(Http2Peer.DATA, 0, 1, new byte[1]);
        } catch (IOException e) {
            // it has hung up, which is what is waited for
            LockSupport.parkNanos(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/body", "/long"})
    void a_caller_who_hangs_up_within_a_body_leaves_nothing_behind_and_nothing_done(String path)
            throws IOException, InterruptedException {
        try (Http2Peer peer = greeting()) {
            peer.post(1, path);
            peer.frame(Http2Peer.DATA, 0, 1, new byte[100]);
            awaitBegun();
        }
        eventually(() -> ended.get() == 1);
        assertThat(bodies.get()).isZero();
        assertThatNothingIsLeft();
    }

    @Test
    void an_upload_may_take_longer_than_a_request_as_long_as_it_gets_on() throws IOException, InterruptedException {
        int pieces = 8;
        int size = 16 << 10;
        try (Http2Peer peer = greeting()) {
            peer.post(1, "/long");
            awaitBegun();
            for (int i = 1; i <= pieces; i++) {
                long next = System.nanoTime() + SHORT.toNanos() / 3;
                while (System.nanoTime() < next) {
                    LockSupport.parkNanos(next - System.nanoTime());
                }
                peer.frame(Http2Peer.DATA, i == pieces ? Http2Peer.END_STREAM : 0, 1, new byte[size]);
            }
            assertThat(answer(peer, 1)).isEqualTo("read " + pieces * size);
        }
    }

    @Test
    void a_reader_who_opens_no_window_or_a_byte_now_and_then_loses_the_stream()
            throws IOException, InterruptedException {
        try (Http2Peer closed = greeting(INITIAL_WINDOW, 0);
                Http2Peer trickling = greeting(INITIAL_WINDOW, 0)) {
            closed.get(1, "/big");
            awaitBegun();
            trickling.get(1, "/big");
            awaitBegun();
            eventually(() -> {
                open(trickling);
                return listener.busy() == 0;
            });
        }
        assertThatNothingIsLeft();
    }

    private static void open(Http2Peer peer) {
        try {
            peer.window(1, 1);
        } catch (IOException e) {
            // it has hung up, which is what is waited for
            LockSupport.parkNanos(1);
        }
    }

    @Test
    void a_reader_who_takes_nothing_at_all_loses_the_connection() throws IOException, InterruptedException {
        try (Http2Peer peer = greeting(INITIAL_WINDOW, 50_000_000)) {
            peer.window(0, 50_000_000);
            for (int stream = 1; stream < 60; stream += 2) {
                peer.get(stream, "/big");
                awaitBegun();
            }
            assertThatNothingIsLeft();
        }
    }

    @Test
    void our_own_work_may_take_its_time_also_when_its_caller_has_gone() throws IOException, InterruptedException {
        try (Http2Peer peer = greeting()) {
            peer.get(1, "/slow");
            awaitBegun();
            long later = System.nanoTime() + SHORT.multipliedBy(3).toNanos();
            eventually(() -> System.nanoTime() > later);
            assertThat(listener.busy()).isPositive();
            working.countDown();
            assertThat(answer(peer, 1)).isEqualTo("done");
            assertThat(peer.next(Http2Peer.GO_AWAY)).isNotNull();
            assertThat(peer.rest()).isEmpty();
        }
        assertThatNothingIsLeft();
    }

    @Test
    void a_body_that_nobody_takes_holds_up_its_own_connection_and_that_not_for_ever()
            throws IOException, InterruptedException {
        try (Http2Peer peer = greeting()) {
            peer.post(1, "/slow");
            awaitBegun();
            for (int i = 0; i < 100; i++) {
                peer.frame(Http2Peer.DATA, 0, 1, new byte[1]);
            }
            try (Http2Peer other = greeting()) {
                other.get(1, "/quick");
                assertThat(answer(other, 1)).isEqualTo("done");
            }
            peer.rest();
            working.countDown();
        }
        assertThatNothingIsLeft();
    }

    @Test
    void more_streams_than_there_may_be_cost_the_connection() throws IOException, InterruptedException {
        try (Http2Peer peer = greeting()) {
            for (int stream = 1; stream < 400; stream += 2) {
                try {
                    peer.get(stream, "/slow");
                } catch (IOException e) {
                    break;
                }
            }
            peer.rest();
            assertThat(begun.availablePermits()).isLessThanOrEqualTo(64);
            working.countDown();
        }
        assertThatNothingIsLeft();
    }

    @Test
    void a_head_without_an_end_costs_the_connection() throws IOException {
        try (Http2Peer peer = greeting()) {
            peer.frame(Http2Peer.HEADERS, Http2Peer.END_STREAM, 1, Http2Peer.head("GET", "/quick"));
            for (int i = 0; i < 10_000; i++) {
                try {
                    peer.frame(Http2Peer.CONTINUATION, 0, 1, Http2Peer.head("GET", "/quick", "x" + i, "y"));
                } catch (IOException e) {
                    break;
                }
            }
            assertThat(peer.rest()).extracting(Http2Peer.Frame::type).doesNotContain(Http2Peer.HEADERS);
        }
        assertThatNothingIsLeft();
    }

    @Test
    void a_head_without_a_path_is_no_request_and_the_listener_lives() throws IOException {
        try (Http2Peer peer = greeting()) {
            byte[] connect = {2, 7, 'C', 'O', 'N', 'N', 'E', 'C', 'T'};
            peer.frame(Http2Peer.HEADERS, Http2Peer.END_HEADERS | Http2Peer.END_STREAM, 1, connect);
            peer.rest();
        }
        try (Http2Peer peer = greeting()) {
            peer.get(1, "/quick");
            assertThat(answer(peer, 1)).isEqualTo("done");
        }
    }

    @Test
    void a_listener_that_leaves_says_so_and_ends_what_was_begun() throws IOException, InterruptedException {
        try (Http2Peer peer = greeting()) {
            peer.get(1, "/slow");
            awaitBegun();
            listener.leave();
            Http2Peer.Frame goAway = Objects.requireNonNull(peer.next(Http2Peer.GO_AWAY));
            assertThat(goAway.error()).isZero();
            working.countDown();
            assertThat(answer(peer, 1)).isEqualTo("done");
        }
        try (Http2Peer late = greeting()) {
            late.get(1, "/quick");
            assertThat(answer(late, 1)).isEqualTo("done");
            assertThat(late.next(Http2Peer.GO_AWAY)).isNotNull();
        }
    }
}
