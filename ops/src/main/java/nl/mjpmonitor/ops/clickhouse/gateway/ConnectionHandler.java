package nl.mjpmonitor.ops.clickhouse.gateway;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what arrives on one connection into exchanges, one after the other. It keeps reading while an exchange is being answered,
 * because that is how a vanished client is noticed; what a client sends ahead is held back.
 */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

    private final Consumer<Exchange> worker;
    private final Deque<Object> held = new ArrayDeque<>();
    /** Whose body is still arriving. */
    private @Nullable Exchange arriving;
    /** Whose answer is not finished. */
    private @Nullable Exchange open;

    ConnectionHandler(Consumer<Exchange> worker) {
        this.worker = worker;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (mustWait()) {
            held.add(message);
            context.channel().config().setAutoRead(false);
        } else {
            accept(context, message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (open != null) {
            open.clientGone();
        }
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        context.fireChannelInactive();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (open != null) {
            open.responseBody().writabilityChanged();
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && (open == null || clientStalls(context.channel()))) {
            var _ = context.close();
        }
    }

    /** Whether it is the client that is waited for: for the rest of its body, or for it to read the answer. */
    private boolean clientStalls(Channel channel) {
        return (arriving != null && channel.config().isAutoRead()) || !channel.isWritable();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("Connection {} failed", context.channel(), cause);
        var _ = context.close();
    }

    private boolean mustWait() {
        return !held.isEmpty() || (open != null && arriving == null);
    }

    private void accept(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            begin(context, request);
        }
        Exchange current = arriving;
        if (message instanceof HttpContent content && current != null) {
            current.requestBody().offer(content.content());
            if (message instanceof LastHttpContent) {
                arriving = null;
                current.requestBody().complete();
            }
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        Exchange exchange = new Exchange(
                context.channel(), request, () -> context.executor().execute(() -> finished(context)));
        open = exchange;
        if (request.decoderResult().isFailure()) {
            exchange.answer(
                    HttpResponseStatus.BAD_REQUEST,
                    "text/plain; charset=UTF-8",
                    "Malformed HTTP request\n".getBytes(StandardCharsets.UTF_8));
            var _ = context.close();
            return;
        }
        arriving = exchange;
        worker.accept(exchange);
    }

    private void finished(ChannelHandlerContext context) {
        open = null;
        if (arriving != null) {
            // the rest of a body nobody reads any more
            arriving = null;
            var _ = context.close();
            return;
        }
        while (!held.isEmpty() && !(open != null && arriving == null)) {
            accept(context, held.poll());
        }
        if (held.isEmpty()) {
            context.channel().config().setAutoRead(true);
        }
    }
}
