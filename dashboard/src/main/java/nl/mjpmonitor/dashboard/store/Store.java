package nl.mjpmonitor.dashboard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to the dashboard's own PostgreSQL. It brings the tables up to date before it lets anybody in, notices that the
 * server went away and that it came back, and refuses at once while it is away: a page must never wait for it.
 */
public final class Store implements StoreSight, AutoCloseable {

    static final String SCHEMA = "dashboard";

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final int CONNECTIONS = 4;
    private static final long CONNECTION_MILLISECONDS = 2_000;
    private static final String SECONDS_TO_CONNECT = "2";
    private static final String SECONDS_TO_ANSWER = "10";

    /** What is there only when an address was given. */
    private record Access(HikariDataSource pool, JdbcClient client, TransactionTemplate transactions) {}

    private final StoreSettings settings;
    private final Optional<Access> access;
    private volatile StoreState state;
    private volatile String schemaVersion = "";
    private String lastTrouble = "";

    Store(StoreSettings settings) {
        this.settings = settings;
        this.access = settings.isGiven() ? Optional.of(open(settings)) : Optional.empty();
        this.state = settings.isGiven() ? StoreState.AWAY : StoreState.NOT_CONFIGURED;
    }

    private static Access open(StoreSettings settings) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("store");
        configuration.setJdbcUrl(settings.url());
        configuration.setUsername(settings.user());
        configuration.setPassword(settings.password());
        configuration.setSchema(SCHEMA);
        configuration.setMaximumPoolSize(CONNECTIONS);
        configuration.setMinimumIdle(0);
        configuration.setConnectionTimeout(CONNECTION_MILLISECONDS);
        configuration.setInitializationFailTimeout(-1);
        configuration.addDataSourceProperty("ApplicationName", "mjp-dashboard");
        configuration.addDataSourceProperty("connectTimeout", SECONDS_TO_CONNECT);
        configuration.addDataSourceProperty("socketTimeout", SECONDS_TO_ANSWER);
        HikariDataSource pool = new HikariDataSource(configuration);
        return new Access(pool, JdbcClient.create(pool), new TransactionTemplate(new JdbcTransactionManager(pool)));
    }

    @Override
    public StoreState state() {
        return state;
    }

    @Override
    public String schemaVersion() {
        return schemaVersion;
    }

    /**
     * Reads.
     *
     * @throws StoreAwayException when the store cannot be used now
     */
    public <T> T read(Function<JdbcClient, T> question) {
        Access open = require();
        try {
            return question.apply(open.client());
        } catch (DataAccessException e) {
            throw translated(e);
        }
    }

    /**
     * Changes everything or nothing.
     *
     * @throws StoreAwayException when the store cannot be used now
     */
    public <T> T change(Function<JdbcClient, T> work) {
        Access open = require();
        try {
            return open.transactions().execute(status -> work.apply(open.client()));
        } catch (CannotCreateTransactionException | TransactionSystemException e) {
            throw away(e);
        } catch (DataAccessException e) {
            throw translated(e);
        }
    }

    private Access require() {
        if (state != StoreState.READY) {
            throw new StoreAwayException("The store is " + state);
        }
        return access.orElseThrow();
    }

    private RuntimeException translated(DataAccessException failure) {
        return switch (failure) {
            case DataAccessResourceFailureException gone -> away(gone);
            case TransientDataAccessResourceException gone -> away(gone);
            case RecoverableDataAccessException gone -> away(gone);
            case QueryTimeoutException gone -> away(gone);
            case DataAccessException defect -> defect;
        };
    }

    private StoreAwayException away(RuntimeException cause) {
        lostSight(cause);
        return new StoreAwayException("The store does not answer", cause);
    }

    /** One look: migrates what has not been migrated, and finds out whether the store answers. Never throws. */
    synchronized void look() {
        if (access.isEmpty()) {
            return;
        }
        try {
            if (schemaVersion.isEmpty()) {
                schemaVersion = migrate();
            }
            access.get().client().sql("SELECT 1").query(Integer.class).single();
            if (state != StoreState.READY) {
                LOG.info("The store answers; its schema has version {}", schemaVersion);
            }
            lastTrouble = "";
            state = StoreState.READY;
        } catch (FlywayException | DataAccessException e) {
            lostSight(e);
        } catch (RuntimeException e) {
            LOG.error("A look at the store failed for an unforeseen reason", e);
            state = StoreState.AWAY;
        }
    }

    private String migrate() {
        Flyway flyway = Flyway.configure()
                .dataSource(settings.url(), settings.owner(), settings.ownerPassword())
                .locations("classpath:store")
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .placeholders(Map.of("user", settings.user()))
                .cleanDisabled(true)
                .load();
        flyway.migrate();
        MigrationInfo newest = flyway.info().current();
        return newest == null ? "" : String.valueOf(newest.getVersion());
    }

    private synchronized void lostSight(RuntimeException cause) {
        String trouble = String.valueOf(cause.getMessage());
        if (!trouble.equals(lastTrouble)) {
            LOG.warn("The store cannot be used; the dashboard goes on without it: {}", trouble);
        }
        lastTrouble = trouble;
        state = StoreState.AWAY;
    }

    @Override
    public void close() {
        access.ifPresent(open -> open.pool().close());
    }
}
