package nl.mjpmonitor.dashboard.publications;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.exports.Downloads;
import nl.mjpmonitor.dashboard.exports.ExportFile;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.dashboard.progress.CancelledException;
import nl.mjpmonitor.dashboard.progress.LineFullException;
import nl.mjpmonitor.dashboard.progress.WorkPanel;
import nl.mjpmonitor.dashboard.progress.Workers;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;

/** One edition: its state, texts, files and what it says. */
@Route("publicaties/:" + EditionView.EDITION + "([0-9]{1,18})")
@PermitAll
@StyleSheet("styles/publications.css")
class EditionView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String EDITION = "uitgave";

    private final transient EditionLife life;
    private final transient ReadableAreas areas;
    private final transient FigureWords words;
    private final H1 title = new H1();
    private final Paragraph subtitle = new Paragraph();
    private final OrderedList states = new OrderedList();
    private final Div acts = new Div();
    private final Paragraph notice = new Paragraph();
    private final WorkPanel work;
    private final Div body = new Div();

    private transient Optional<Edition> shown = Optional.empty();
    private transient Optional<TextsForm> form = Optional.empty();

    EditionView(EditionLife life, ReadableAreas areas, Workers workers, Texts texts) {
        this.life = life;
        this.areas = areas;
        this.words = new FigureWords(texts, getLocale());
        this.work = new WorkPanel(words, workers);
        setId("inhoud");
        addClassNames("view", "edition");
        getElement().setAttribute("tabindex", "-1");
        states.addClassName("edition-states");
        states.getElement().setAttribute("aria-label", words.text("publication.states"));
        acts.addClassName("edition-acts");
        notice.addClassName("edition-notice");
        notice.getElement().setAttribute("role", "status").setAttribute("data-testid", "uitgave-melding");
        subtitle.addClassName("secondary");
        Div header = new Div(
                new Div(new RouterLink(words.text("publication.back"), PublicationsView.class), title, subtitle));
        header.addClassName("view-header");
        add(header, states, acts, work, notice, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        EditionId id = new EditionId(
                Long.parseLong(event.getRouteParameters().get(EDITION).orElse("0")));
        try {
            Edition edition = life.find(id).orElseThrow(NotFoundException::new);
            show(edition);
        } catch (StoreAwayException away) {
            notice.setText(words.text("publication.away"));
        }
    }

    private void show(Edition edition) {
        shown = Optional.of(edition);
        title.setText(life.definition(edition).title(words.locale()));
        subtitle.setText(words.text(
                "publication.subtitle",
                areas.find(edition.subject().area()).map(Area::name).orElse(""),
                edition.subject().period().label(words.locale()),
                edition.number()
                        .map(number -> words.text("publication.edition", Integer.toString(number)))
                        .orElseGet(() -> words.text("publication.edition.none")),
                words.format().moment(edition.content().peildatum())));
        showStates(edition);
        showActs(edition);
        body.removeAll();
        form = Optional.empty();
        Set<EditionRight> rights = life.rights();
        if (!edition.reason().isEmpty()) {
            body.add(section("publication.correction", "reden", new Paragraph(edition.reason())));
        }
        if (edition.state() == EditionState.CONCEPT && rights.contains(EditionRight.MAKE)) {
            TextsForm texts = new TextsForm(
                    life.definition(edition),
                    edition.content().texts(),
                    words,
                    text -> life.duiding(edition, text),
                    this::save);
            form = Optional.of(texts);
            body.add(texts);
        }
        if (edition.state() == EditionState.GEPUBLICEERD) {
            body.add(files(edition, rights));
        }
        body.add(changes(edition), preview(edition));
        if (rights.contains(EditionRight.READ_CONCEPTS)) {
            body.add(history(edition));
        }
    }

    private void showStates(Edition edition) {
        states.removeAll();
        for (EditionState state : EditionState.values()) {
            ListItem item = new ListItem(words.text("publication.state." + state));
            if (state == edition.state()) {
                item.getElement().setAttribute("aria-current", "step");
            }
            states.add(item);
        }
    }

    private void showActs(Edition edition) {
        acts.removeAll();
        Set<EditionRight> rights = life.rights();
        EditionId id = edition.id();
        switch (edition.state()) {
            case CONCEPT -> {
                if (rights.contains(EditionRight.MAKE)) {
                    act("publication.do.submit", "indienen", true, () -> life.submit(id, edition.version()));
                    act("publication.do.refresh", "verversen", false, () -> life.refresh(id, edition.version()));
                }
            }
            case GEDUID -> {
                if (life.mayApprove(edition)) {
                    act("publication.do.approve", "vaststellen", true, () -> life.approve(id, edition.version()));
                }
                if (rights.contains(EditionRight.APPROVE)) {
                    act("publication.do.send-back", "terugsturen", false, () -> life.sendBack(id, edition.version()));
                }
            }
            case VASTGESTELD -> {
                if (rights.contains(EditionRight.PUBLISH)) {
                    acts.add(button("publication.do.publish", "publiceren", true, () -> publish(edition)));
                }
                if (rights.contains(EditionRight.APPROVE)) {
                    act("publication.do.send-back", "terugsturen", false, () -> life.sendBack(id, edition.version()));
                }
            }
            case GEPUBLICEERD -> {
                // it never changes again
            }
        }
        acts.setVisible(acts.getComponentCount() > 0);
    }

    private void act(String key, String testId, boolean isMain, Supplier<Edition> step) {
        acts.add(button(
                key,
                testId,
                isMain,
                () -> attempt(() -> {
                    show(step.get());
                    notice.setText(words.text("publication.done"));
                })));
    }

    /** Making the files takes a while: it happens beside the page, and can be stopped until they are kept. */
    private void publish(Edition edition) {
        notice.setText("");
        work.start(
                progress -> life.publish(edition.id(), edition.version(), progress),
                published -> {
                    show(published);
                    notice.setText(words.text("publication.done"));
                },
                problem -> attempt(() -> {
                    throw problem;
                }));
    }

    private Button button(String key, String testId, boolean isMain, Runnable onClick) {
        Button button = new Button(words.text(key), click -> onClick.run());
        button.setDisableOnClick(true);
        button.addClickListener(click -> button.setEnabled(true));
        button.addThemeVariants(isMain ? ButtonVariant.LUMO_PRIMARY : ButtonVariant.LUMO_TERTIARY);
        button.getElement().setAttribute("data-testid", testId);
        return button;
    }

    private void save(Map<String, String> changed) {
        if (changed.isEmpty()) {
            notice.setText(words.text("publication.nothing-changed"));
            return;
        }
        shown.ifPresent(edition -> attempt(() -> {
            show(life.write(edition.id(), edition.version(), changed));
            notice.setText(words.text("publication.saved"));
        }));
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (EditionConflictException conflict) {
            Edition now = conflict.current();
            if (now.state() == EditionState.CONCEPT && form.isPresent()) {
                shown = Optional.of(now);
                showActs(now);
                form.get().showTheirs(now.content().texts());
            } else {
                show(now);
            }
            notice.setText(words.text("publication.conflict"));
        } catch (EditionRefusedException refused) {
            notice.setText(words.text(refused.textKey(), refused.details().toArray()));
        } catch (CancelledException stopped) {
            notice.setText(words.text("publication.stopped"));
        } catch (LineFullException full) {
            notice.setText(words.text("work.full"));
        } catch (StoreAwayException away) {
            notice.setText(words.text("publication.away"));
        }
    }

    private Section section(String key, String id, Component... content) {
        H2 heading = new H2(words.text(key));
        heading.setId("kop-" + id);
        Section section = new Section(heading);
        section.add(content);
        section.getElement().setAttribute("aria-labelledby", "kop-" + id);
        return section;
    }

    private Section files(Edition edition, Set<EditionRight> rights) {
        PlainTable table = new PlainTable(
                words.text("publication.files.caption"),
                "tabel-bestanden",
                List.of(
                        words.text("publication.file"),
                        words.text("publication.file.size"),
                        words.text("publication.file.hash")));
        Downloads downloads = new Downloads(words, this::said);
        life.files(edition.id()).forEach(file -> {
            Anchor link = new Anchor(
                    downloads.keptHandler(file.name(), () -> exported(life.listedFile(edition.id(), file))),
                    file.name());
            Span hash = new Span(file.sha256());
            hash.addClassName("edition-hash");
            table.row(
                    link,
                    new Span(words.text(
                            "publication.file.kilobytes",
                            words.format().count(Math.max(1, Math.round(file.size() / 1024.0))))),
                    hash);
        });
        Section section = section("publication.files", "bestanden", table, downloads);
        if (rights.contains(EditionRight.READ_CONCEPTS)) {
            Div outcome = new Div();
            outcome.getElement().setAttribute("role", "status").setAttribute("data-testid", "reproductie");
            Button reproduce = new Button(words.text("publication.do.reproduce"), click -> {
                notice.setText("");
                outcome.removeAll();
                work.start(
                        progress -> life.reproduce(edition.id(), progress),
                        reproduction -> outcome.add(outcome(reproduction)),
                        problem -> attempt(() -> {
                            if (problem instanceof CancelledException) {
                                outcome.add(new Paragraph(words.text("publication.reproduced.stopped")));
                            } else {
                                throw problem;
                            }
                        }));
            });
            reproduce.getElement().setAttribute("data-testid", "reproduceren");
            section.add(reproduce, outcome);
        }
        return section;
    }

    private static ExportFile exported(EditionBytes file) {
        return new ExportFile(file.file().name(), file.file().mediaType(), file.bytes());
    }

    private Optional<String> said(RuntimeException problem) {
        return problem instanceof RefusedException refused
                ? Optional.of(words.text(refused.textKey(), refused.details().toArray()))
                : Optional.empty();
    }

    private Component outcome(Reproduction reproduction) {
        if (reproduction.isEqual()) {
            return new Paragraph(
                    words.text("publication.reproduced.equal", words.format().count(reproduction.compared())));
        }
        return new Div(
                new Paragraph(words.text(
                        "publication.reproduced.differs",
                        words.format().count(reproduction.differences().size()))),
                table(
                        "tabel-reproductie",
                        words.text("publication.reproduced.caption"),
                        words.text("publication.published"),
                        words.text("publication.now"),
                        reproduction.differences()));
    }

    private Section changes(Edition edition) {
        Optional<Edition> previous = life.previous(edition);
        if (previous.isEmpty()) {
            return section(
                    "publication.changes", "wijzigingen", new Paragraph(words.text("publication.changes.first")));
        }
        List<Difference> differences = life.changesSincePrevious(edition);
        String before = words.text(
                "publication.previous",
                previous.get().subject().period().label(words.locale()),
                Integer.toString(previous.get().number().orElse(0)));
        return section(
                "publication.changes",
                "wijzigingen",
                differences.isEmpty()
                        ? new Paragraph(words.text("publication.changes.none", before))
                        : table(
                                "tabel-wijzigingen",
                                words.text("publication.changes.caption", before),
                                before,
                                words.text("publication.this"),
                                differences));
    }

    private PlainTable table(String testId, String caption, String before, String after, List<Difference> differences) {
        PlainTable table = new PlainTable(
                caption,
                testId,
                List.of(words.text("publication.place"), words.text("report.column.period"), before, after));
        differences.forEach(difference ->
                table.row(difference.place(), difference.column(), difference.before(), difference.after()));
        return table;
    }

    private Section preview(Edition edition) {
        Document document = life.document(edition);
        Downloads downloads = new Downloads(words, this::said);
        String name = words.text("publication.pdf");
        Anchor pdf = new Anchor(downloads.handler(name, () -> life.pdf(edition), EditionView::exported), name);
        pdf.getElement().setAttribute("data-testid", "voorbeeld-pdf");
        return section(
                "publication.preview", "voorbeeld", new Paragraph(pdf), downloads, new DocumentPreview(document));
    }

    private Section history(Edition edition) {
        PlainTable table = new PlainTable(
                words.text("publication.history.caption"),
                "tabel-geschiedenis",
                List.of(
                        words.text("publication.version"),
                        words.text("publication.state"),
                        words.text("publication.actor"),
                        words.text("publication.changed")));
        edition.acts()
                .forEach(act -> table.row(
                        Integer.toString(act.number()),
                        words.text("publication.state." + act.state()),
                        act.actor() + " (" + words.text("role." + act.role()) + ")",
                        words.format().moment(act.at())));
        return section("publication.history", "geschiedenis", table);
    }

    @Override
    public String getPageTitle() {
        return words.text("title", title.getText());
    }
}
