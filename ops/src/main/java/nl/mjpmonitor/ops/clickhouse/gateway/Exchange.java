package nl.mjpmonitor.ops.clickhouse.gateway;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** One request and its answer. A worker thread handles it; the network thread tells it when the client goes. */
final class Exchange {

    private static final int MAXIMUM_PARAMETERS = 4096;

    private final Channel channel;
    private final Runnable whenFinished;
    private final HttpMethod method;
    private final HttpHeaders requestHeaders;
    private final QueryStringDecoder address;
    private final RequestBody requestBody;
    private final HttpHeaders responseHeaders = new DefaultHttpHeaders();
    private final ResponseBody responseBody;
    private final AtomicBoolean clientGone = new AtomicBoolean();
    private final AtomicBoolean finished = new AtomicBoolean();
    private final AtomicReference<Runnable> whenClientGone = new AtomicReference<>(() -> {});

    Exchange(Channel channel, HttpRequest request, Runnable whenFinished) {
        this.channel = channel;
        this.whenFinished = whenFinished;
        this.method = request.method();
        this.requestHeaders = request.headers();
        this.address = new QueryStringDecoder(request.uri(), StandardCharsets.UTF_8, true, MAXIMUM_PARAMETERS);
        this.requestBody = new RequestBody(channel);
        this.responseBody = new ResponseBody(channel, responseHeaders);
    }

    HttpMethod method() {
        return method;
    }

    String path() {
        return address.path();
    }

    Map<String, List<String>> parameters() {
        return address.parameters();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(requestHeaders.get(name));
    }

    RequestBody requestBody() {
        return requestBody;
    }

    /** Headers of the answer; they count until the answer is committed. */
    HttpHeaders responseHeaders() {
        return responseHeaders;
    }

    ResponseBody responseBody() {
        return responseBody;
    }

    /** Sends a whole answer in place of what may have been written. */
    void answer(HttpResponseStatus status, String contentType, byte[] content) {
        responseHeaders.set("Content-Type", contentType);
        responseBody.replace(status, content);
    }

    /** Closes the connection at once; what was not sent is lost. */
    void abort() {
        var _ = channel.close();
    }

    /** What to do when the client goes; done at once when it has gone already. */
    void whenClientGone(Runnable reaction) {
        whenClientGone.set(reaction);
        if (clientGone.get()) {
            reaction.run();
        }
    }

    void clientGone() {
        clientGone.set(true);
        requestBody.fail(new ClientGoneException());
        responseBody.fail(new ClientGoneException());
        whenClientGone.get().run();
    }

    boolean isClientGone() {
        return clientGone.get();
    }

    /** Says that the worker is done with it. */
    void finish() {
        if (finished.compareAndSet(false, true)) {
            whenClientGone.set(() -> {});
            requestBody.release();
            whenFinished.run();
        }
    }
}
