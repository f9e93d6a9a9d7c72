package nl.mjpmonitor.dashboard.archive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.dashboard.publications.Acts;
import nl.mjpmonitor.dashboard.publications.EditionSummary;
import nl.mjpmonitor.dashboard.reports.SelectionList;

/** What need not be kept any longer, what is proposed to be destroyed, and what was destroyed. */
final class DestructionSection extends Section {

    private final transient Archive archive;
    private final transient FigureWords words;
    private final Paragraph notice = new Paragraph();
    private final transient Acts acts;
    private final TextField reason = new TextField();
    private final Div content = new Div();

    DestructionSection(Archive archive, FigureWords words) {
        this.archive = archive;
        this.words = words;
        this.acts = new Acts(words, notice, this::show);
        SelectionList list = archive.selectionList();
        H2 heading = new H2(words.text("archive.destruction"));
        heading.setId("kop-vernietiging");
        getElement().setAttribute("aria-labelledby", "kop-vernietiging");
        notice.getElement().setAttribute("role", "status").setAttribute("data-testid", "vernietiging-melding");
        add(heading, new Paragraph(words.text("archive.destruction.intro", list.name())), rules(), notice, content);
        show();
    }

    /** How long each kind of report is kept, and by which result of which list. */
    private Component rules() {
        SelectionList list = archive.selectionList();
        PlainTable table = new PlainTable(
                words.text("archive.rules.caption", list.name(), list.source()),
                "tabel-bewaartermijnen",
                List.of(
                        words.text("publication.report"),
                        words.text("archive.category"),
                        words.text("archive.rules.process"),
                        words.text("archive.rules.term")));
        archive.reports()
                .forEach(report -> table.row(
                        report.title(words.locale()),
                        report.retention().category() + " " + report.retention().name(),
                        report.retention().process(),
                        report.retention()
                                .years()
                                .map(years -> words.text("archive.rules.years", Integer.toString(years)))
                                .orElseGet(() -> words.text("archive.kept.always"))));
        Anchor source = new Anchor(list.address(), words.text("archive.rules.source", list.source()));
        return new Div(table, new Paragraph(source));
    }

    private void show() {
        content.removeAll();
        List<ArchiveEntry> due = archive.due();
        List<Destruction> all = archive.destructions();
        if (due.isEmpty() && all.isEmpty()) {
            content.add(new Paragraph(words.text("archive.destruction.none")));
            return;
        }
        if (!due.isEmpty()) {
            content.add(reason(), due(due));
        }
        if (!all.isEmpty()) {
            content.add(destructions(all));
        }
    }

    private TextField reason() {
        reason.setLabel(words.text("archive.destruction.reason"));
        reason.setMaxLength(1_000);
        reason.setWidthFull();
        reason.setId("vernietiging-reden");
        return reason;
    }

    private PlainTable due(List<ArchiveEntry> due) {
        PlainTable table = new PlainTable(
                words.text("archive.due.caption"),
                "tabel-te-vernietigen",
                List.of(
                        words.text("archive.edition"),
                        words.text("archive.kept"),
                        words.text("archive.category"),
                        words.text("archive.do")));
        due.forEach(entry -> {
            EditionSummary edition = entry.edition();
            String name = archive.name(edition.subject(), edition.number());
            table.row(
                    name,
                    new Span(entry.endsOn()
                            .map(day -> words.text(
                                    "archive.kept.until", words.format().day(day)))
                            .orElse("")),
                    new Span(entry.retention().category() + " "
                            + entry.retention().name()),
                    acts.button(
                            "archive.propose",
                            name,
                            "voorstellen-" + edition.id(),
                            () -> archive.propose(edition.id(), reason.getValue())));
        });
        return table;
    }

    private PlainTable destructions(List<Destruction> all) {
        PlainTable table = new PlainTable(
                words.text("archive.destructions.caption"),
                "tabel-vernietiging",
                List.of(
                        words.text("archive.edition"),
                        words.text("archive.category"),
                        words.text("archive.proposed"),
                        words.text("archive.decided"),
                        words.text("archive.files")));
        all.forEach(one -> table.row(
                archive.name(one.subject(), Optional.of(one.number())),
                new Span(one.proposal().category()),
                new Span(said(one.proposed())
                        + (one.proposal().reason().isEmpty()
                                ? ""
                                : ": " + one.proposal().reason())),
                decision(one),
                files(one)));
        return table;
    }

    private String said(Destruction.Act act) {
        return words.text(
                "archive.act",
                act.actor(),
                words.text("role." + act.role()),
                words.format().moment(act.at()));
    }

    private Component decision(Destruction one) {
        if (one.decision().isPresent()) {
            Destruction.Decision decision = one.decision().get();
            return new Span(words.text(decision.isApproved() ? "archive.destroyed" : "archive.rejected") + ", "
                    + said(decision.act()));
        }
        if (!archive.rights().contains(ArchiveRight.DECIDE)) {
            return new Span(words.text("archive.waiting"));
        }
        String name = archive.name(one.subject(), Optional.of(one.number()));
        Div box = new Div();
        if (!one.proposed().actor().equalsIgnoreCase(Reader.current().name())) {
            box.add(approval(one, name, box));
        }
        box.add(acts.button("archive.reject", name, "afwijzen-" + one.id(), () -> archive.decide(one.id(), false)));
        return box;
    }

    /** It cannot be undone, so it takes a second click. */
    private Button approval(Destruction one, String name, Div box) {
        Button first = new Button(words.text("archive.approve"), click -> {
            box.removeAll();
            box.add(
                    new Span(words.text("archive.approve.warning")),
                    acts.button(
                            "archive.approve.sure",
                            name,
                            "vernietigen-zeker-" + one.id(),
                            () -> archive.decide(one.id(), true)));
        });
        first.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        first.setAriaLabel(words.text("archive.approve") + ": " + name);
        first.getElement().setAttribute("data-testid", "vernietigen-" + one.id());
        return first;
    }

    private Component files(Destruction one) {
        Div files = new Div();
        files.addClassName("edition-hash");
        one.proposal().files().forEach(file -> files.add(new Div(new Span(file.name() + " " + file.sha256()))));
        return files;
    }
}
