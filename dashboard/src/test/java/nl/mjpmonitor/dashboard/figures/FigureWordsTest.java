package nl.mjpmonitor.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Unit;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class FigureWordsTest {

    private final FigureWords words = new FigureWords(new Texts(), Texts.DUTCH);
    private final FigureWords english = new FigureWords(new Texts(), Texts.ENGLISH);

    @Test
    void numbersAreWrittenInDutch() {
        assertThat(words.format().count(1169)).isEqualTo("1.169");
        assertThat(words.format().difference(6)).isEqualTo("+6");
        assertThat(words.format().difference(-6)).isEqualTo("\u22126");
        assertThat(words.format().difference(0)).isEqualTo("0");
        assertThat(words.format().percentage(-67)).isEqualTo("\u221267%");
        assertThat(english.format().count(1169)).isEqualTo("1,169");
    }

    @Test
    void everyKindOfValueHasItsWord() {
        assertThat(words.value(counted(0)).text()).isEqualTo("0");
        assertThat(words.value(new IndicatorValue.Unknown()).text()).isEqualTo("onbekend");
        assertThat(words.value(new IndicatorValue.Suppressed()).text()).isEqualTo("afgeschermd");
        assertThat(words.value(new IndicatorValue.NotApplicable()).text()).isEqualTo("n.v.t.");
        assertThat(words.value(new IndicatorValue.Counted(7, ValueStatus.VOORLOPIG))
                        .tone())
                .isEqualTo(FigureText.Tone.PROVISIONAL);
    }

    @Test
    void aChangeIsSmallBelowTenOrTogetherBelowTwenty() {
        assertThat(new Change(9, 100).isSmall()).isTrue();
        assertThat(new Change(10, 9).isSmall()).isTrue();
        assertThat(new Change(10, 10).isSmall()).isFalse();
    }

    @Test
    void aSmallBaseHasAPercentageOnlyWhereItWasPublished() {
        Optional<Change> small = Optional.of(new Change(1, 4));
        assertThat(words.percentage(small, true))
                .isEqualTo(new FigureText("300%", FigureText.Tone.FAINT, "*").writing(300));
        assertThat(words.percentage(small, false))
                .isEqualTo(new FigureText("n.v.t.", FigureText.Tone.NOT_APPLICABLE, "*"));
        assertThat(words.percentage(Optional.of(new Change(0, 3)), true).text()).isEqualTo("n.v.t.");
        assertThat(words.difference(Optional.of(new Change(0, 3))).text()).isEqualTo("van 0 naar 3 (+3)");
        assertThat(words.difference(Optional.of(new Change(3, 3))).text()).isEqualTo("0");
    }

    @Test
    void aUnitStandsBehindANumberOnlyWhereItAddsSomething() {
        assertThat(words.amount(counted(13), Unit.AANTAL)).isEqualTo("13");
        assertThat(words.amount(counted(13), Unit.CASUSSEN)).isEqualTo("13\u00a0casussen");
        assertThat(words.amount(counted(1), Unit.CASUSSEN)).isEqualTo("1");
        assertThat(words.amount(new IndicatorValue.Unknown(), Unit.CASUSSEN)).isEqualTo("onbekend");
        assertThat(words.nameWithUnit("Misdrijven per 10.000 inwoners", Unit.PER_10000))
                .isEqualTo("Misdrijven per 10.000 inwoners");
        assertThat(words.nameWithUnit("Voelt zich onveilig", Unit.PROCENT)).isEqualTo("Voelt zich onveilig (procent)");
    }

    @Test
    void anUnknownSideMakesTheChangeUnknown() {
        assertThat(Change.between(new IndicatorValue.Unknown(), counted(3))).isEmpty();
        assertThat(words.difference(Optional.empty()).text()).isEqualTo("onbekend");
        assertThat(words.percentage(Optional.empty(), true).text()).isEqualTo("onbekend");
    }

    @Test
    void findingsSayMoreLessSameOrUnknown() {
        assertThat(finding(counted(167), counted(193))).isEqualTo("193 in 2023, 26 meer dan in 2022.");
        assertThat(finding(counted(535), counted(413))).isEqualTo("413 in 2023, 122 minder dan in 2022.");
        assertThat(finding(counted(5), counted(5))).isEqualTo("5 in 2023, evenveel als in 2022.");
        assertThat(finding(counted(5), new IndicatorValue.Unknown())).isEqualTo("onbekend in 2023.");
    }

    @Test
    void extremesSkipWhatIsUnknown() {
        List<IndicatorPoint> points =
                List.of(point(2019, counted(6)), point(2020, counted(2)), point(2021, new IndicatorValue.Unknown()));
        assertThat(words.extremes(points, point -> point.period().label()))
                .hasValue("Het meest in 2019: 6. Het minst in 2020: 2.");
        assertThat(words.extremes(points.subList(1, 3), point -> point.period().label()))
                .isEmpty();
    }

    private String finding(IndicatorValue before, IndicatorValue now) {
        return words.finding(point(2022, before), point(2023, now));
    }

    private static IndicatorPoint point(int year, IndicatorValue value) {
        return IndicatorPoint.of(Period.year(year), value);
    }

    private static IndicatorValue counted(long count) {
        return new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF);
    }
}
