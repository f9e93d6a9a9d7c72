package nl.mjpmonitor.ops.clickhouse.gateway;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.mjpmonitor.ops.clickhouse.chdb.Chdb;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClickHouse's HTTP interface on 127.0.0.1 in front of the embedded engine.
 *
 * <p>Addresses: {@code /} for statements, {@code /ping} and {@code /replicas_status} for health, {@code /query_log} for the newest
 * statements as JSON lines. Every request but the health ones needs the user and password. Metrics are at {@code /metrics} of a port of
 * their own.
 *
 * <p>What differs from a server: users, roles, {@code system.query_log} and asynchronous inserts do not exist; {@code KILL QUERY}
 * takes query ids only; {@code system.processes} shows ids of the engine's own; SQL is limited to 32 MB a request, data is not;
 * formats whose documents cannot be joined, JSON among them, are made whole in memory before they are sent; nothing reaches files,
 * programs or other servers.
 *
 * <p>A batch is acknowledged when the engine has written its part; it then survives the process, not necessarily a power failure.
 */
public final class HttpGateway implements AutoCloseable {

    static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    /** A grace period and this together stay below the 15 seconds after which a supervisor kills. */
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(HttpGateway.class);
    private static final int NETWORK_THREADS = 2;
    private static final int STATEMENT_THREADS = 32;
    private static final int WAITING_STATEMENTS = 512;
    private static final int MAXIMUM_ADDRESS_BYTES = 1 << 20;
    private static final int MAXIMUM_HEADER_BYTES = 1 << 17;
    private static final WriteBufferWaterMark SEND_BUFFER = new WriteBufferWaterMark(1 << 18, 1 << 20);

    private final Engine engine;
    private final Sessions sessions;
    private final RunningStatements running;
    private final QueryLog log;
    private final Credentials credentials;
    private final StatementService statements;
    private final ScheduledExecutorService control;
    private final ThreadPoolExecutor workers;
    private final EventLoopGroup network;
    private final GatewayMetrics metrics;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listener;
    private final Optional<Channel> metricsListener;
    private volatile boolean draining;

    private HttpGateway(Engine engine, GatewaySettings settings, ScheduledExecutorService control, QueryLog log)
            throws IOException {
        this.engine = engine;
        this.control = control;
        this.log = log;
        this.sessions = new Sessions(engine, control);
        this.running = new RunningStatements(engine, control);
        this.credentials = new Credentials(settings.user(), settings.password());
        this.workers = new ThreadPoolExecutor(
                STATEMENT_THREADS,
                STATEMENT_THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING_STATEMENTS),
                EngineThreads.named("statement"));
        this.workers.allowCoreThreadTimeOut(true);
        this.metrics = new GatewayMetrics(
                engine, running::count, () -> workers.getQueue().size());
        this.statements =
                new StatementService(engine, new StatementReader(engine, credentials), sessions, running, log, metrics);
        this.network = new MultiThreadIoEventLoopGroup(NETWORK_THREADS, NioIoHandler.newFactory());
        this.listener = listen(settings.port(), this::accept);
        this.metricsListener = settings.metricsPort().isPresent()
                ? Optional.of(listen(settings.metricsPort().getAsInt(), this::acceptLook))
                : Optional.empty();
    }

    /**
     * Starts the engine and listens.
     *
     * @throws IOException when the data folder cannot be written or the port is taken
     * @throws ChdbException when the engine refuses the data folder
     */
    public static HttpGateway start(Chdb chdb, GatewaySettings settings)
            throws IOException, ChdbException, InterruptedException {
        ScheduledExecutorService control = Executors.newScheduledThreadPool(2, EngineThreads.named("control"));
        try {
            Engine engine = onEngineThread(control, () -> Engine.start(chdb, settings));
            return new HttpGateway(engine, settings, control, new QueryLog(settings.data()));
        } catch (IOException | ChdbException | RuntimeException failed) {
            control.shutdownNow();
            throw failed;
        }
    }

    /** The port it listens on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** The version of ClickHouse in the engine. */
    public String engineVersion() {
        return engine.version();
    }

    /**
     * Stops in good order: takes no new statements, lets the running ones finish, cancels what is left after the grace period, and
     * closes the engine.
     */
    public void drain(Duration grace) throws InterruptedException {
        draining = true;
        listener.close().sync();
        if (metricsListener.isPresent()) {
            metricsListener.get().close().sync();
        }
        workers.shutdown();
        if (!workers.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            running.all().forEach(RunningStatement::cancel);
            boolean ended = workers.awaitTermination(CANCEL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("Statements were cancelled, {}", ended ? "all have ended" : "some go on");
        }
        close();
    }

    @Override
    public void close() {
        draining = true;
        workers.shutdownNow();
        connections.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
        network.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
        control.shutdown();
        if (workers.isTerminated()) {
            // a connection must not be closed while a statement still runs on it
            sessions.close();
            engine.close();
        }
        log.close();
    }

    private Channel listen(int port, Consumer<Exchange> reaction) throws IOException {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(network)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 512)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, SEND_BUFFER)
                .childHandler(new Pipeline(reaction));
        var bound = bootstrap
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("Port " + port + " on 127.0.0.1 is taken.", bound.cause());
        }
        return bound.channel();
    }

    private void accept(Exchange exchange) {
        switch (exchange.path()) {
            case "/ping", "/replicas_status" -> answerOk(exchange);
            default -> hand(exchange, this::work);
        }
    }

    /** On the port of metrics. */
    private void acceptLook(Exchange exchange) {
        hand(exchange, this::tell);
    }

    private void hand(Exchange exchange, Consumer<Exchange> work) {
        try {
            workers.execute(() -> work.accept(exchange));
        } catch (RejectedExecutionException full) {
            String reason = draining ? "The gateway is stopping" : "Too many simultaneous queries";
            refuse(exchange, ClickHouseError.of(202, "TOO_MANY_SIMULTANEOUS_QUERIES", reason));
        }
    }

    private void work(Exchange exchange) {
        try {
            switch (exchange.path()) {
                case "/" -> statement(exchange);
                case "/query_log" -> queryLog(exchange);
                default -> answerUnknown(exchange);
            }
        } finally {
            exchange.finish();
        }
    }

    private void tell(Exchange exchange) {
        try {
            if (exchange.path().equals("/metrics")) {
                exchange.answer(HttpResponseStatus.OK, GatewayMetrics.CONTENT_TYPE, utf8(metrics.text()));
            } else {
                answerUnknown(exchange);
            }
        } catch (EngineSilentException silent) {
            LOG.warn("No metrics", silent);
            exchange.answer(
                    HttpResponseStatus.SERVICE_UNAVAILABLE,
                    "text/plain; charset=UTF-8",
                    utf8("The engine does not tell its metrics\n"));
        } finally {
            exchange.finish();
        }
    }

    private static void answerUnknown(Exchange exchange) {
        exchange.answer(
                HttpResponseStatus.NOT_FOUND,
                "text/plain; charset=UTF-8",
                utf8("There is no handle " + exchange.path() + "\n"));
    }

    private void statement(Exchange exchange) {
        if (exchange.method().name().equals("GET") && exchange.parameters().isEmpty()) {
            answerOk(exchange);
        } else {
            statements.handle(exchange);
        }
    }

    private void queryLog(Exchange exchange) {
        try {
            String _ = credentials.verify(exchange, new RequestParameters(exchange.parameters()));
            exchange.answer(HttpResponseStatus.OK, "application/x-ndjson; charset=UTF-8", utf8(log.jsonLines()));
        } catch (ClickHouseError denied) {
            refuse(exchange, denied);
        }
    }

    private void refuse(Exchange exchange, ClickHouseError error) {
        exchange.responseHeaders().set("X-ClickHouse-Exception-Code", error.code());
        exchange.answer(
                HttpResponseStatus.valueOf(error.status()),
                "text/plain; charset=UTF-8",
                utf8(error.text(engine.version())));
        exchange.finish();
    }

    private static void answerOk(Exchange exchange) {
        exchange.answer(HttpResponseStatus.OK, "text/html; charset=UTF-8", utf8("Ok.\n"));
        exchange.finish();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Engine onEngineThread(ExecutorService threads, EngineStart start)
            throws IOException, ChdbException, InterruptedException {
        Future<Engine> engine = threads.submit(start::start);
        try {
            return engine.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException cause -> throw cause;
                case ChdbException cause -> throw cause;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private interface EngineStart {
        Engine start() throws IOException, ChdbException;
    }

    /** What a connection consists of. */
    private final class Pipeline extends ChannelInitializer<SocketChannel> {

        private final Consumer<Exchange> reaction;

        Pipeline(Consumer<Exchange> reaction) {
            this.reaction = reaction;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            connections.add(channel);
            channel.pipeline()
                    .addLast(new HttpServerCodec(new HttpDecoderConfig()
                            .setMaxInitialLineLength(MAXIMUM_ADDRESS_BYTES)
                            .setMaxHeaderSize(MAXIMUM_HEADER_BYTES)))
                    .addLast(new HttpServerKeepAliveHandler())
                    .addLast(new HttpServerExpectContinueHandler())
                    .addLast(new IdleStateHandler(0, 0, KEEP_ALIVE.toSeconds() + 5, TimeUnit.SECONDS))
                    .addLast(new ConnectionHandler(reaction));
        }
    }
}
