package nl.mjpmonitor.dashboard.publications;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.periods.Period;

/** Where an edition is started. */
final class StartForm extends Section {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private final transient ReadableAreas areas;
    private final transient Clock clock;
    private final Select<ReportDefinition> report = new Select<>();
    private final ComboBox<Area> area = new ComboBox<>();
    private final ComboBox<Period> period = new ComboBox<>();
    private final TextField reason = new TextField();

    StartForm(
            List<ReportDefinition> reports,
            ReadableAreas areas,
            Clock clock,
            FigureWords words,
            BiConsumer<EditionSubject, String> onStart) {
        this.areas = areas;
        this.clock = clock;
        H2 title = new H2(words.text("publication.start"));
        title.setId("kop-nieuw");
        getElement().setAttribute("aria-labelledby", "kop-nieuw");
        report.setLabel(words.text("publication.report"));
        report.setItems(reports);
        report.setItemLabelGenerator(definition -> definition.title(words.locale()));
        report.setId("nieuw-rapport");
        area.setLabel(words.text("publication.area"));
        area.setItemLabelGenerator(Area::name);
        area.setId("nieuw-gebied");
        period.setLabel(words.text("publication.period"));
        period.setItemLabelGenerator(one -> one.label(words.locale()));
        period.setId("nieuw-periode");
        reason.setLabel(words.text("publication.reason"));
        reason.setHelperText(words.text("publication.reason.help"));
        reason.setMaxLength(1_000);
        reason.setId("nieuw-reden");
        Button start = new Button(
                words.text("publication.start.do"),
                click -> subject().ifPresent(subject -> onStart.accept(subject, reason.getValue())));
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.setDisableOnClick(true);
        start.addClickListener(click -> start.setEnabled(true));
        start.getElement().setAttribute("data-testid", "nieuw-beginnen");
        report.addValueChangeListener(change -> offer(change.getValue()));
        reports.stream().findFirst().ifPresent(report::setValue);
        Div form = new Div(report, area, period, reason, start);
        form.addClassName("filter");
        add(title, form);
    }

    private void offer(ReportDefinition definition) {
        List<Area> allowed = areas.all().stream()
                .filter(one -> definition.areas().contains(one.kind()))
                .toList();
        area.setItems(allowed);
        allowed.stream().findFirst().ifPresent(area::setValue);
        List<Period> periods = PeriodChoice.of(definition, YearMonth.now(clock.withZone(DUTCH_TIME)));
        period.setItems(periods);
        // the newest one is still going on
        periods.stream().skip(1).findFirst().ifPresent(period::setValue);
    }

    private Optional<EditionSubject> subject() {
        return Optional.ofNullable(report.getValue())
                .flatMap(definition -> Optional.ofNullable(area.getValue())
                        .flatMap(where -> Optional.ofNullable(period.getValue())
                                .map(when -> new EditionSubject(definition.id(), where.code(), when))));
    }
}
