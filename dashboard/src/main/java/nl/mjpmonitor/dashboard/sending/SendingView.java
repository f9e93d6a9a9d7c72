package nl.mjpmonitor.dashboard.sending;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.dashboard.publications.Acts;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Areas;

/** Who gets which reports by mail and when, what was sent, and what came back. */
@Route(SendingView.PATH)
@RolesAllowed({"ANALIST", "PROGRAMMAMANAGER", "DRIEHOEK", "BEHEERDER"})
@StyleSheet("styles/publications.css")
class SendingView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "publicaties/verzending";

    /** A moment of sending as it is chosen: not, at publication, or on a working day. */
    private record Moment(boolean isActive, Optional<Integer> workingDay) {

        private static final Moment NEVER = new Moment(false, Optional.empty());

        static Stream<Moment> all() {
            return Stream.concat(
                    Stream.of(NEVER, new Moment(true, Optional.empty())),
                    IntStream.rangeClosed(1, Mailing.LAST_DAY).mapToObj(day -> new Moment(true, Optional.of(day))));
        }

        static Moment of(Mailing mailing) {
            return mailing.isActive() ? new Moment(true, mailing.workingDay()) : NEVER;
        }
    }

    private final transient Sending sending;
    private final transient Areas areas;
    private final transient FigureWords words;
    private final Paragraph notice = new Paragraph();
    private final transient Acts acts;
    private final Div body = new Div();

    SendingView(Sending sending, Areas areas, Texts texts) {
        this.sending = sending;
        this.areas = areas;
        this.words = new FigureWords(texts, getLocale());
        this.acts = new Acts(words, notice, this::show);
        setId("inhoud");
        addClassNames("view", "publications");
        getElement().setAttribute("tabindex", "-1");
        Anchor back = new Anchor("publicaties", words.text("publication.back"));
        back.setRouterIgnore(false);
        Paragraph intro = new Paragraph(words.text("sending.intro"));
        intro.addClassName("secondary");
        Div header = new Div(new Div(back, new H1(words.text("sending.title")), intro));
        header.addClassName("view-header");
        Paragraph state =
                new Paragraph(sending.isOn() ? words.text("sending.on", sending.sender()) : words.text("sending.off"));
        state.getElement().setAttribute("data-testid", "verzending-stand");
        state.addClassName("sending-state");
        notice.getElement().setAttribute("role", "status").setAttribute("data-testid", "verzending-melding");
        add(header, state, notice, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        body.removeAll();
        try {
            boolean mayManage = sending.rights().contains(SendingRight.MANAGE);
            List<Mail> mails = sending.mails();
            List<Bounce> bounces = sending.bounces();
            body.add(
                    section("sending.moments", "momenten", moments(mayManage)),
                    section("sending.recipients", "ontvangers", recipients(mayManage)),
                    section("sending.outbox", "uitgaand", outbox(mails, bounces, mayManage)),
                    section("sending.bounces", "retour", bounces(mails, bounces)));
        } catch (StoreAwayException away) {
            notice.setText(words.text("publication.away"));
        }
    }

    private Section section(String key, String id, Component content) {
        H2 heading = new H2(words.text(key));
        heading.setId("kop-" + id);
        Section section = new Section(heading, content);
        section.getElement().setAttribute("aria-labelledby", "kop-" + id);
        return section;
    }

    private Component moments(boolean mayManage) {
        Map<ReportId, Mailing> mailings =
                sending.mailings().stream().collect(Collectors.toUnmodifiableMap(Mailing::report, Function.identity()));
        PlainTable table = new PlainTable(
                words.text("sending.moments.caption"),
                "tabel-momenten",
                List.of(words.text("publication.report"), words.text("sending.moment"), words.text("sending.form")));
        for (ReportDefinition report : sending.reports()) {
            Moment now = Optional.ofNullable(mailings.get(report.id()))
                    .map(Moment::of)
                    .orElse(Moment.NEVER);
            table.row(
                    report.title(words.locale()),
                    mayManage ? choice(report, now) : new Span(said(now)),
                    new Span(words.text("sending.form." + report.confidentiality())));
        }
        return table;
    }

    private Select<Moment> choice(ReportDefinition report, Moment now) {
        Select<Moment> select = new Select<>();
        select.setItems(Moment.all().toList());
        select.setItemLabelGenerator(this::said);
        select.setValue(now);
        select.setAriaLabel(words.text("sending.moment.of", report.title(words.locale())));
        select.setId("moment-" + report.id());
        select.addValueChangeListener(change -> {
            Moment chosen = change.getValue();
            if (chosen != null) {
                acts.attempt(() -> sending.set(report.id(), chosen.isActive(), chosen.workingDay()));
            }
        });
        return select;
    }

    private String said(Moment moment) {
        if (!moment.isActive()) {
            return words.text("sending.moment.never");
        }
        return moment.workingDay()
                .map(day -> words.text("sending.moment.day", Integer.toString(day)))
                .orElseGet(() -> words.text("sending.moment.publication"));
    }

    private Component recipients(boolean mayManage) {
        List<Recipient> recipients = sending.recipients();
        Div box = new Div();
        if (recipients.isEmpty()) {
            box.add(new Paragraph(words.text("sending.recipients.none")));
        } else {
            PlainTable table = new PlainTable(
                    words.text("sending.recipients.caption"),
                    "tabel-ontvangers",
                    List.of(
                            words.text("sending.address"),
                            words.text("admin.role"),
                            words.text("publication.area"),
                            words.text("sending.since"),
                            words.text("archive.do")));
            recipients.forEach(recipient -> table.row(
                    recipient.address(),
                    new Span(words.text("role." + recipient.role())),
                    new Span(recipient
                            .area()
                            .flatMap(areas::find)
                            .map(Area::name)
                            .orElseGet(() -> words.text("admin.areas.all"))),
                    new Span(words.format().moment(recipient.addedAt())),
                    mayManage ? removal(recipient) : new Span(words.text("figure.not-applicable"))));
            box.add(table);
        }
        if (mayManage) {
            box.add(new RecipientForm(
                    areas, words, (address, role, area) -> acts.attemptTyped(() -> sending.add(address, role, area))));
        }
        return box;
    }

    private Button removal(Recipient recipient) {
        return acts.button(
                "sending.remove",
                recipient.address(),
                "ontvanger-weg-" + recipient.id(),
                () -> sending.remove(recipient.id()));
    }

    private Component outbox(List<Mail> mails, List<Bounce> bounces, boolean mayManage) {
        if (mails.isEmpty()) {
            return new Paragraph(words.text("sending.outbox.none"));
        }
        Instant now = sending.now();
        Set<Long> returned = bounces.stream()
                .filter(bounce -> bounce.kind() == Bounce.Kind.DSN)
                .flatMap(bounce -> bounce.mail().stream())
                .collect(Collectors.toUnmodifiableSet());
        PlainTable table = new PlainTable(
                        words.text("sending.outbox.caption", Integer.toString(Sending.NEWEST)),
                        "tabel-uitgaand",
                        List.of(
                                words.text("archive.edition"),
                                words.text("sending.address"),
                                words.text("publication.state"),
                                words.text("sending.attempts"),
                                words.text("sending.when"),
                                words.text("sending.answer")))
                .figures(3);
        mails.forEach(mail -> table.row(
                edition(mail),
                new Span(mail.address()),
                state(mail, now, returned.contains(mail.id()), mayManage),
                new Span(words.format().count(mail.attempts())),
                new Span(words.format().moment(mail.sentAt().orElse(mail.nextAt()))),
                new Span(mail.answer())));
        return table;
    }

    private static Component edition(Mail mail) {
        Anchor link = new Anchor("publicaties/" + mail.edition(), mail.edition().toString());
        link.setRouterIgnore(false);
        return link;
    }

    private Component state(Mail mail, Instant now, boolean isReturned, boolean mayManage) {
        if (isReturned) {
            return new Span(words.text("sending.state.RETURNED"));
        }
        if (!mail.isUncertain(now)) {
            return new Span(words.text("sending.state." + mail.state()));
        }
        Div state = new Div(new Span(words.text("sending.state.UNCERTAIN")));
        if (mayManage) {
            state.add(acts.button(
                    "sending.repeat", mail.address(), "opnieuw-" + mail.id(), () -> sending.repeat(mail.id())));
        }
        return state;
    }

    private Component bounces(List<Mail> mails, List<Bounce> bounces) {
        Paragraph reading = new Paragraph(
                words.text(sending.isReadingBounces() ? "sending.bounces.read" : "sending.bounces.unread"));
        reading.addClassName("secondary");
        reading.getElement().setAttribute("data-testid", "retour-stand");
        if (bounces.isEmpty()) {
            return new Div(reading, new Paragraph(words.text("sending.bounces.none")));
        }
        Map<Long, Mail> known = mails.stream().collect(Collectors.toUnmodifiableMap(Mail::id, Function.identity()));
        PlainTable table = new PlainTable(
                words.text("sending.bounces.caption"),
                "tabel-retour",
                List.of(
                        words.text("archive.edition"),
                        words.text("sending.address"),
                        words.text("sending.kind"),
                        words.text("sending.code"),
                        words.text("sending.answer"),
                        words.text("sending.when")));
        bounces.forEach(bounce -> table.row(
                bounce.mail()
                        .map(known::get)
                        .map(SendingView::edition)
                        .orElseGet(() -> new Span(words.text("sending.bounces.older"))),
                new Span(bounce.address()),
                new Span(words.text("sending.kind." + bounce.kind())),
                new Span(bounce.code().isEmpty() ? words.text("figure.unknown") : bounce.code()),
                new Span(bounce.answer()),
                new Span(words.format().moment(bounce.at()))));
        return new Div(reading, table);
    }

    @Override
    public String getPageTitle() {
        return words.text("title", words.text("sending.title"));
    }
}
