package nl.mjpmonitor.dashboard.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.mjpmonitor.dashboard.publications.EditionStore;
import nl.mjpmonitor.dashboard.reports.ReportCatalogue;
import nl.mjpmonitor.dashboard.store.Store;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.calendar.SafetyCalendar;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Sending starts with the dashboard when there is a mail server. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

    @Bean
    @Profile("!in-memory")
    SendingStore sendingStore(Store store) {
        return new JdbcSendingStore(store);
    }

    @Bean
    MailSettings mailSettings(
            @Value("${mjp.smtp.host}") String host,
            @Value("${mjp.smtp.port}") int port,
            @Value("${mjp.smtp.user}") String user,
            @Value("${mjp.smtp.password}") String password,
            @Value("${mjp.smtp.security}") String security,
            @Value("${mjp.smtp.certificate}") String certificate,
            @Value("${mjp.smtp.from}") String from,
            @Value("${mjp.address}") String address) {
        return new MailSettings(
                host,
                port,
                user,
                password,
                MailSettings.Security.of(security, "MJP_SMTP_SECURITY"),
                certificate,
                from,
                address);
    }

    @Bean
    MailboxSettings mailboxSettings(
            @Value("${mjp.bounce.host}") String host,
            @Value("${mjp.bounce.port}") int port,
            @Value("${mjp.bounce.user}") String user,
            @Value("${mjp.bounce.password}") String password,
            @Value("${mjp.bounce.security}") String security,
            @Value("${mjp.bounce.certificate}") String certificate,
            @Value("${mjp.bounce.folder}") String folder) {
        return new MailboxSettings(
                host,
                port,
                user,
                password,
                MailSettings.Security.of(security, "MJP_BOUNCE_SECURITY"),
                certificate,
                folder);
    }

    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    @Qualifier("mail") ScheduledExecutorService mailExecutor() {
        return Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("mail-", 1).daemon().factory());
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> mailSending(
            MailSettings settings,
            SendingStore store,
            EditionStore editions,
            ReportCatalogue reports,
            IndicatorCatalogue indicators,
            Areas areas,
            SafetyCalendar calendar,
            Texts texts,
            Clock clock,
            @Qualifier("mail") ScheduledExecutorService executor,
            @Value("${mjp.smtp.interval}") Duration interval) {
        if (!settings.isGiven()) {
            return event -> {};
        }
        MailDispatcher dispatcher = new MailDispatcher(
                store,
                new MailPlanner(
                        editions, store, reports, indicators, areas, new WorkingDays(calendar), settings.domain()),
                new LetterWriter(editions, reports, areas, texts, settings.address()),
                new SmtpPostOffice(settings, clock),
                clock);
        return event -> {
            var ignored = executor.scheduleWithFixedDelay(
                    dispatcher::turn, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        };
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> bounceReading(
            MailboxSettings settings,
            SendingStore store,
            Clock clock,
            @Qualifier("mail") ScheduledExecutorService executor,
            @Value("${mjp.bounce.interval}") Duration interval) {
        if (!settings.isGiven()) {
            return event -> {};
        }
        BounceReader reader = new BounceReader(settings, store, clock);
        return event -> {
            var ignored = executor.scheduleWithFixedDelay(reader::turn, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        };
    }
}
