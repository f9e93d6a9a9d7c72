package nl.mjpmonitor.dashboard.administration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.access.AccountList;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.audit.AuditTrail;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.dashboard.live.FreshnessState;
import nl.mjpmonitor.dashboard.live.LiveFreshness;
import nl.mjpmonitor.dashboard.store.StoreSight;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.springframework.boot.SpringBootVersion;

/**
 * Whether everything works, who may come in, who did what, and how this dashboard was set up. Only what the stream judges by is changed
 * here.
 */
@Route("beheer")
@Menu(title = "admin.nav", order = 90)
@RolesAllowed("BEHEERDER")
class AdministrationView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private final transient FigureWords words;
    private final AuditSection auditSection;

    AdministrationView(
            AccountList accounts,
            AuditTrail trail,
            AuditLog audit,
            Settings settings,
            ThresholdDesk thresholds,
            StoreSight store,
            LiveFreshness freshness,
            Areas areas,
            Clock clock,
            Texts texts) {
        this.words = new FigureWords(texts, getLocale());
        this.auditSection = new AuditSection(
                trail, words, clock, choice -> UI.getCurrent().navigate(AdministrationView.class, choice.parameters()));
        audit.record(AuditAction.ADMINISTRATION, "");
        setId("inhoud");
        addClassNames("view", "administration");
        getElement().setAttribute("tabindex", "-1");
        Paragraph intro = new Paragraph(words.text("admin.intro"));
        intro.addClassName("secondary");
        Div header = new Div(new Div(new H1(words.text("admin.title")), intro));
        header.addClassName("view-header");
        add(
                header,
                section("admin.health", "toestand", health(store, freshness.current())),
                section("admin.accounts", "accounts", accountTable(accounts, areas)),
                section("admin.divisions", "gebieden", divisionTable(areas)),
                new ThresholdSection(thresholds, words),
                auditSection,
                section("admin.settings", "instellingen", settingTable(settings)));
    }

    private Section section(String key, String id, PlainTable table) {
        H2 title = new H2(words.text(key));
        title.setId("kop-" + id);
        Section section = new Section(title, table);
        section.getElement().setAttribute("aria-labelledby", "kop-" + id);
        return section;
    }

    private PlainTable health(StoreSight store, FreshnessState freshness) {
        PlainTable table = new PlainTable(
                words.text("admin.health.caption"),
                "tabel-toestand",
                List.of(words.text("admin.part"), words.text("admin.state"), words.text("admin.version")));
        table.row(
                words.text("admin.dashboard"),
                words.text("admin.state.up"),
                Optional.ofNullable(AdministrationView.class.getPackage().getImplementationVersion())
                                .orElseGet(() -> words.text("admin.version.unknown"))
                        + " · Java " + Runtime.version().feature() + " · Spring Boot "
                        + SpringBootVersion.getVersion());
        table.row(
                words.text("admin.warehouse"),
                words.text(freshness.isReachable() ? "admin.state.up" : "admin.state.away"),
                words.text(
                        "admin.warehouse.sources",
                        Integer.toString(freshness.sources().size())));
        table.row(
                words.text("admin.store"),
                words.text("admin.store." + store.state()),
                store.schemaVersion().isEmpty()
                        ? words.text("admin.version.unknown")
                        : words.text("admin.store.schema", store.schemaVersion()));
        freshness
                .sources()
                .forEach(source -> table.row(
                        words.text("admin.source", source.sourceSystem()),
                        words.text("admin.source.until", words.format().moment(source.sourceAt())),
                        words.text("admin.source.known", words.format().moment(source.knownAt()))));
        return table;
    }

    private PlainTable accountTable(AccountList accounts, Areas areas) {
        PlainTable table = new PlainTable(
                words.text("admin.accounts.caption"),
                "tabel-accounts",
                List.of(
                        words.text("admin.account"),
                        words.text("admin.role"),
                        words.text("admin.areas"),
                        words.text("admin.state")));
        accounts.entries()
                .forEach(entry -> table.row(
                        entry.name(),
                        words.text("role." + entry.role()),
                        entry.areas().isEmpty()
                                ? words.text("admin.areas.all")
                                : entry.areas().stream()
                                        .map(code ->
                                                areas.find(code).map(Area::name).orElse(code.value()))
                                        .collect(Collectors.joining(", ")),
                        words.text(entry.isLocked() ? "admin.account.locked" : "admin.account.open")));
        return table;
    }

    /** How many areas there are of each kind, and where that is set. */
    private PlainTable divisionTable(Areas areas) {
        PlainTable table = new PlainTable(
                        words.text("admin.divisions.caption"),
                        "tabel-gebieden",
                        List.of(
                                words.text("admin.divisions.kind"),
                                words.text("admin.divisions.count"),
                                words.text("admin.place")))
                .figures(1);
        for (AreaKind kind : AreaKind.values()) {
            table.row(
                    words.text("admin.divisions." + kind),
                    words.format().count(areas.ofKind(kind).size()),
                    "warehouse/reference/" + file(kind));
        }
        return table;
    }

    private static String file(AreaKind kind) {
        return switch (kind) {
            case GEMEENTE, WIJK, BUURT, REST, LAND -> "areas.csv";
            case STADSDEEL -> "stadsdeel.csv";
            case LWA -> "lwa.csv";
            case REGIO, REGIOGEMEENTE -> "regio.csv";
        };
    }

    private PlainTable settingTable(Settings settings) {
        PlainTable table = new PlainTable(
                words.text("admin.settings.caption"),
                "tabel-instellingen",
                List.of(words.text("admin.setting"), words.text("admin.value"), words.text("admin.place")));
        settings.all()
                .forEach(setting -> table.row(
                        words.text("setting." + setting.key()),
                        setting.value().isEmpty() ? words.text("setting." + setting.key() + ".none") : setting.value(),
                        setting.place()));
        return table;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        auditSection.show(AuditChoice.of(event.getLocation().getQueryParameters()));
    }

    @Override
    public String getPageTitle() {
        return words.text("title", words.text("admin.title"));
    }
}
