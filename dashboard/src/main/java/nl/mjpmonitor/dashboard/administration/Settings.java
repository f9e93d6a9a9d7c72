package nl.mjpmonitor.dashboard.administration;

import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.AccountList;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The settings of this dashboard, as they are now. They are changed where it is started, never on the screen. */
@Component
class Settings {

    /**
     * One setting.
     *
     * @param key key of its name in the texts, below {@code setting.}
     * @param value as it is now; never a secret
     * @param place the variable or file that changes it
     */
    record Setting(String key, String value, String place) {}

    private static final String CATALOGUE = "warehouse/catalogue/*/*.yaml";

    private final Environment environment;
    private final AccountList accounts;

    Settings(Environment environment, AccountList accounts) {
        this.environment = environment;
        this.accounts = accounts;
    }

    List<Setting> all() {
        return List.of(
                new Setting("disclosure", "", CATALOGUE + " (disclosure)"),
                new Setting("provisional", "", CATALOGUE + " (provisionalMonths)"),
                new Setting("accounts", value("mjp.accounts"), "MJP_ACCOUNTS"),
                new Setting("oidc", accounts.provider().orElse(""), "MJP_OIDC_ISSUER"),
                new Setting(
                        "lock",
                        accounts.allowedAttempts() + " / " + accounts.lock().toMinutes() + " min",
                        "dashboard: LoginAttempts"),
                new Setting("session", value("server.servlet.session.timeout"), "SERVER_SERVLET_SESSION_TIMEOUT"),
                new Setting("retention", value("mjp.audit.retention-days"), "MJP_AUDIT_RETENTION_DAYS"),
                new Setting("interval", value("mjp.live.interval"), "MJP_LIVE_INTERVAL"),
                new Setting("warehouse", withoutParameters(value("mjp.clickhouse.url")), "MJP_CLICKHOUSE_URL"),
                new Setting("store", withoutParameters(value("mjp.store.url")), "MJP_STORE_URL"),
                new Setting("mail", value("mjp.smtp.host"), "MJP_SMTP_HOST"),
                new Setting("demo", value("mjp.demo"), "MJP_DEMO"));
    }

    private String value(String key) {
        return Optional.ofNullable(environment.getProperty(key)).orElse("");
    }

    /** A password may stand among the parameters of an address. */
    private static String withoutParameters(String address) {
        int parameters = address.indexOf('?');
        return parameters < 0 ? address : address.substring(0, parameters);
    }
}
