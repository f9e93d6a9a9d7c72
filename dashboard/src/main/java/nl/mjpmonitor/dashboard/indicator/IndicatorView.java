package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.mjpmonitor.dashboard.figures.ChartLanguage;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FigureNotice;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.live.LiveFigures;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.dashboard.signals.OpenSignals;
import nl.mjpmonitor.dashboard.signals.OpenSignalsPanels;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.signals.Signal;

/** Everything about one figure. The address holds all that the reader chose; the figures follow the warehouse by themselves. */
@Route("indicator/:" + IndicatorChoice.ID)
@PermitAll
@StyleSheet("styles/indicator.css")
class IndicatorView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient IndicatorSubject subject;
    private final transient IndicatorPages pages;
    private final transient LiveFigures live;
    private final transient FigureWords words;
    private final Paragraph ignored = new Paragraph();
    private final FigureNotice notice = new FigureNotice();
    private final OpenSignals signals;
    private final Div body = new Div();

    private transient Optional<IndicatorPage> page = Optional.empty();
    private transient Optional<IndicatorChoice> chosen = Optional.empty();
    private transient Subscription subscription = () -> {};

    IndicatorView(
            IndicatorSubject subject, IndicatorPages pages, LiveFigures live, OpenSignalsPanels panels, Texts texts) {
        this.subject = subject;
        this.pages = pages;
        this.live = live;
        this.words = new FigureWords(texts, getLocale());
        this.signals = panels.panel(words);
        setId("inhoud");
        addClassNames("view", "indicator");
        getElement().setAttribute("tabindex", "-1");
        ignored.addClassName("unknown-choice");
        ignored.getElement().setAttribute("data-testid", "genegeerd");
        add(ignored, notice, body, signals);
    }

    @Override
    public String getPageTitle() {
        return words.text(
                "title",
                chosen.map(choice -> choice.indicator().name().in(words.locale()) + ", "
                                + choice.area().name())
                        .orElse(""));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ChartLanguage.apply(event.getUI(), words.locale());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Indicator indicator = event.getRouteParameters()
                .get(IndicatorChoice.ID)
                .flatMap(subject::find)
                .orElseThrow(NotFoundException::new);
        IndicatorSubject.Read read = subject.read(indicator, event.getLocation().getQueryParameters())
                .orElseThrow(NotFoundException::new);
        ignored.setVisible(!read.ignored().isEmpty());
        ignored.setText(words.text("indicator.ignored", String.join(", ", read.ignored())));
        open(read.choice());
    }

    private void open(IndicatorChoice choice) {
        subscription.end();
        chosen = Optional.of(choice);
        IndicatorPage opened = page.filter(shown -> shown.indicator().equals(choice.indicator()))
                .orElseGet(() -> pages.page(choice.indicator(), words, this::change));
        if (!page.equals(Optional.of(opened))) {
            body.removeAll();
            body.add(opened);
            page = Optional.of(opened);
        }
        // of another choice nothing may stay behind
        opened.hideFigures();
        opened.follow(choice, pages, subject);
        signals.about(signal -> isAbout(signal, choice));
        watch(choice, opened);
    }

    /** Of the municipality those about any part of it too. */
    private boolean isAbout(Signal signal, IndicatorChoice choice) {
        return signal.indicator().filter(choice.indicator().id()::equals).isPresent()
                && (choice.area().kind() == AreaKind.GEMEENTE
                        || signal.area().equals(choice.area().code()));
    }

    private void change(UnaryOperator<IndicatorChoice> change) {
        chosen.map(change)
                .ifPresent(next ->
                        getUI().ifPresent(ui -> ui.navigate(IndicatorView.class, next.route(), next.parameters())));
    }

    private void watch(IndicatorChoice choice, IndicatorPage opened) {
        IndicatorQuestion question = subject.question(choice);
        subscription = live.watch(
                question.request(),
                PageDelivery.to(UI.getCurrent(), state -> showIfStill(choice, question, opened, state)));
    }

    private void showIfStill(
            IndicatorChoice choice, IndicatorQuestion question, IndicatorPage opened, FigureState state) {
        if (chosen.equals(Optional.of(choice))) {
            notice.show(words, state);
            switch (state) {
                case FigureState.Current(List<IndicatorSeries> series, Instant readAt) ->
                    opened.show(choice, question.answer(series), readAt);
                case FigureState.Stale(List<IndicatorSeries> series, Instant readAt) ->
                    opened.show(choice, question.answer(series), readAt);
                case FigureState.Loading _, FigureState.Failed _ -> opened.hideFigures();
            }
        }
    }
}
