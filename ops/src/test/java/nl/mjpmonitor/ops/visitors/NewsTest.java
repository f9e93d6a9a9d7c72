package nl.mjpmonitor.ops.visitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.WebSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NewsTest {

    private final News news = new News();
    private final WebSocket socket = (WebSocket) Proxy.newProxyInstance(
            NewsTest.class.getClassLoader(), new Class<?>[] {WebSocket.class}, (proxy, method, arguments) -> proxy);

    @Test
    void aMessageMayComeInPieces() {
        news.onText(socket, "41|{\"syncId\":", false);
        assertThat(news.messages()).isZero();
        news.onText(socket, "7,\"changes\":[]}", true);
        assertThat(news.messages()).isOne();
        assertThat(news.syncId()).isEqualTo(7);
    }

    @Test
    void theGreetingOfTheConnectionIsNoNews() {
        news.onText(socket, "36|0c4f7a2e|60000|X|", true);
        assertThat(news.messages()).isZero();
    }

    @Test
    void anOlderNumberDoesNotPutTheClockBack() {
        news.seen(9);
        news.onText(socket, "14|{\"syncId\":8}", true);
        assertThat(news.syncId()).isEqualTo(9);
    }

    @Test
    void whoWaitsForNewsThatDoesNotComeIsTold() {
        assertThatThrownBy(() -> news.awaitAfter(0, Duration.ofMillis(1))).isInstanceOf(IOException.class);
    }

    @Test
    void whoWaitsGoesOnAtTheNextNews() throws Exception {
        Thread sender = Thread.ofVirtual().start(() -> news.onText(socket, "14|{\"syncId\":1}", true));
        news.awaitAfter(0, Duration.ofMinutes(1));
        sender.join();
        assertThat(news.messages()).isOne();
    }
}
