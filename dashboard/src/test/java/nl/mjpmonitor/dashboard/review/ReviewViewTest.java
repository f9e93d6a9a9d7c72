package nl.mjpmonitor.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryDuidingStore;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.duiding.DuidingState;
import nl.mjpmonitor.dashboard.duiding.DuidingSubject;
import nl.mjpmonitor.dashboard.duiding.DuidingVersion;
import nl.mjpmonitor.dashboard.live.LiveDriver;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@DashboardTest
@WithMockUser(username = "de vries", roles = "PROGRAMMAMANAGER")
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.review",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class ReviewViewTest extends ReviewPages {

    @Autowired
    private InMemoryDuidingStore duidingen;

    @Autowired
    private LiveDriver live;

    private ReviewKey key() {
        return new ReviewKey(month, new AreaCode("GM0935"));
    }

    private String address() {
        return "maandbeeld?maand=" + month + "&gebied=GM0935";
    }

    @Test
    void theNewestCompleteMonthIsShownWithoutAsking() {
        open("maandbeeld");

        assertThat(title()).contains(Integer.toString(month.getYear())).contains("Maastricht");
        assertThat(text(DAMAGE + "-" + month)).isEqualTo("60");
        assertThat(text(DAMAGE + "-" + month.minusYears(1))).isEqualTo("20");
        assertThat(text(DAMAGE + "-verschil")).isEqualTo("+40 (200%)");
    }

    @Test
    void whatIsUnusualStandsUnderSignalsAndAsFirstTopic() {
        open(address());

        assertThat(text("signalen")).startsWith("Vernieling");
        assertThat(all(TopicArticle.class))
                .hasSize(ReviewRanking.TOPICS)
                .first()
                .satisfies(
                        article -> assertThat(article.indicator().id().value()).isEqualTo(DAMAGE));
        assertThat(text("onderwerp-" + DAMAGE)).contains("60").contains("ongewoon hoog");
        assertThat(text(DAMAGE + "-WK093500-" + month)).isEqualTo("60");
    }

    @Test
    void aChapterShowsWhatAsksForAttentionAndTheRestWhenOpened() {
        open(address());
        assertThat(isShown("rij-" + DAMAGE)).isTrue();
        assertThat(isShown("rij-" + BURGLARY)).isFalse();
        assertThat(text("hoofdstuk-hic")).contains("vraagt aandacht");

        open(address() + "&alles=hic");
        assertThat(text(BURGLARY + "-" + month)).isEqualTo("20");
        assertThat(figure(BURGLARY + "-" + Period.yearToDate(month)))
                .isEqualTo(Integer.toString(USUAL * month.getMonthValue()));
        assertThat(figure(BURGLARY + "-" + Period.rollingYear(month))).isEqualTo("240");
    }

    @Test
    void theMonthIsOneQuestionAndTheTopicsByAreaOneMore() {
        open(address());
        assertThat(warehouse.questions()).isEqualTo(2);

        open(address() + "&alles=hic");
        assertThat(warehouse.questions()).isEqualTo(2);
    }

    @Test
    void thePartsStandInTheOrderOfTheHour() {
        open(address());

        assertThat(all(AgendaSection.class).stream()
                        .map(section -> section.getId().orElse("")))
                .containsExactlyElementsOf(
                        Arrays.stream(AgendaItem.values()).map(AgendaItem::id).toList());
        assertThat(all(Section.class))
                .allSatisfy(section -> assertThat(section.getElement().getAttribute("aria-labelledby") != null
                                || section.getElement().getAttribute("aria-label") != null)
                        .isTrue());
        assertThat(all(H2.class)).hasSize(AgendaItem.values().length + 1);
    }

    @Test
    void theSameTopicsOfAnotherAreaLeadThere() {
        open(address());
        List<Indicator> before =
                all(TopicArticle.class).stream().map(TopicArticle::indicator).toList();

        open("maandbeeld?maand=" + month + "&gebied=WK093500");

        assertThat(all(TopicArticle.class)).extracting(TopicArticle::indicator).isEqualTo(before);
        assertThat(all(TopicArticle.class))
                .flatExtracting(article -> article.getChildren()
                        .filter(IndicatorAnchor.class::isInstance)
                        .map(anchor -> ((IndicatorAnchor) anchor).getHref())
                        .toList())
                .hasSameSizeAs(before)
                .allSatisfy(href -> assertThat(href).endsWith("?gebied=WK093500"));
    }

    @Test
    void everyFigureLeadsToItsIndicator() {
        open(address());

        assertThat(all(IndicatorAnchor.class).stream().map(Anchor::getHref))
                .isNotEmpty()
                .contains("indicator/" + DAMAGE + "?gebied=GM0935");
    }

    @Test
    void topicsDecisionsAndActionsAreKept() {
        open(address());
        chooser(1)
                .setValue(chooser(1)
                        .getListDataView()
                        .getItems()
                        .filter(indicator -> indicator.id().value().equals(THEFT))
                        .findFirst()
                        .orElseThrow());
        chooser(2).clear();
        chooser(3).clear();
        click("onderwerpen-bewaren");
        assertThat(all(TopicArticle.class))
                .singleElement()
                .satisfies(
                        article -> assertThat(article.indicator().id().value()).isEqualTo(THEFT));

        change("besluit-gevraagd-" + THEFT, "Meer fietsenstallingen?");
        change("besluit-" + THEFT, "Ja, bij het station.");
        byTestId("actie-wat", TextField.class).setValue("Plan voor stallingen");
        byTestId("actie-wie", TextField.class).setValue("Afdeling Mobiliteit");
        click("actie-toevoegen");

        AgendaContent kept = reviews.agenda(key()).content();
        assertThat(kept.topics()).containsExactly(new Topic(THEFT, "Meer fietsenstallingen?", "Ja, bij het station."));
        assertThat(kept.actions()).singleElement().satisfies(action -> {
            assertThat(action.what()).isEqualTo("Plan voor stallingen");
            assertThat(action.isDone()).isFalse();
        });
        assertThat(text("acties")).contains("Afdeling Mobiliteit");
        assertThat(reviews.agenda(key()).versions()).hasSize(4);
    }

    @Test
    void anActionWithoutSomebodyToDoItIsRefused() {
        open(address());
        byTestId("actie-wat", TextField.class).setValue("Iets");
        click("actie-toevoegen");

        assertThat(byTestId("actie-wat", TextField.class).isInvalid()).isTrue();
        assertThat(reviews.agenda(key()).versions()).isEmpty();
    }

    @Test
    void theSecondOfTwoWritersSeesBothTexts() {
        open(address());
        click("vooruitblik-wijzigen");
        byTestId("vooruitblik-invoer", TextArea.class).setValue("Van de tweede");
        reviews.append(
                key(),
                new AgendaVersion(
                        1, AgendaContent.EMPTY.withOutlook("Van de eerste"), "een ander", Role.ANALIST, Instant.now()));
        click("vooruitblik-bewaren");

        assertThat(text("bericht")).contains("Iemand anders heeft de agenda intussen gewijzigd");
        assertThat(text("vooruitblik")).isEqualTo("Van de eerste");
        assertThat(byTestId("vooruitblik-invoer", TextArea.class).getValue()).isEqualTo("Van de tweede");

        click("vooruitblik-bewaren");
        assertThat(text("vooruitblik")).isEqualTo("Van de tweede");
        assertThat(reviews.agenda(key()).versions()).hasSize(2);
    }

    @Test
    void decisionsAndActionsOfLastTimeAreShown() {
        reviews.append(
                new ReviewKey(month.minusMonths(1), key().area()),
                new AgendaVersion(
                        1,
                        new AgendaContent(List.of(new Topic(THEFT, "Vraag", "Besloten: niets doen")), "", List.of()),
                        "een ander",
                        Role.ANALIST,
                        Instant.now()));
        open(address());

        assertThat(text("vorige-keer")).contains("Besloten: niets doen");
    }

    @Test
    void whatIsEstablishedStaysAsItWas() {
        open(address());
        click("vaststellen");
        click("vaststellen-zeker");
        assertThat(text("bericht")).startsWith("Vastgesteld op");
        SnapshotHeading heading = reviews.snapshots(key().area()).getFirst();
        warehouse.add(DAMAGE, BUURT, month, 500);

        open("maandbeeld/vastgesteld/" + heading.id());

        assertThat(text("vingerafdruk")).contains(heading.hash());
        assertThat(text("vastgesteld-door")).contains("de vries");
        assertThat(text("onderwerp-" + DAMAGE)).contains("60").doesNotContain("560");
        assertThat(all(ReviewView.class)).isEmpty();
    }

    @Test
    void whatWasRestatedSinceTheLastEstablishedMonthIsSaid() {
        reviews.add(ReviewStoreContract.snapshot(new ReviewKey(month.minusMonths(1), key().area()), "{}"), 0);
        warehouse.correct(BURGLARY, BUURT, month.minusMonths(3), 7, ReviewStoreContract.AT.plusSeconds(1));
        open(address());

        assertThat(text("gegevens")).contains("Herzien: ").contains("van 20 naar 27");
    }

    @Test
    void staleFiguresStayAndCannotBeEstablished() {
        open(address());
        assertThat(byTestId("vaststellen", Button.class).isEnabled()).isTrue();
        warehouse.goAway();
        look();

        assertThat(text("melding")).isNotEmpty();
        assertThat(text(DAMAGE + "-" + month)).isEqualTo("60");
        assertThat(byTestId("vaststellen", Button.class).isEnabled()).isFalse();
    }

    @Test
    void theMonthFollowsTheWarehouseAndKeepsWhatSomebodyIsTyping() {
        open(address());
        click("vooruitblik-wijzigen");
        byTestId("vooruitblik-invoer", TextArea.class).setValue("Halve zin");
        warehouse.add(DAMAGE, BUURT, month, 1);
        look();

        assertThat(text(DAMAGE + "-" + month)).isEqualTo("61");
        assertThat(byTestId("vooruitblik-invoer", TextArea.class).getValue()).isEqualTo("Halve zin");
    }

    @Test
    void aMonthWithoutFiguresSaysSo() {
        warehouse.clear();
        open(address());

        assertThat(text("melding")).isNotEmpty();
        assertThat(text("gegevens")).contains("Nog niet bekend van");
        assertThat(all(TopicArticle.class)).isEmpty();
    }

    @Test
    void withoutTheStoreTheFiguresAreThere() {
        store.become(StoreState.AWAY);
        open(address());

        assertThat(text("bericht")).contains("opslag");
        assertThat(text(DAMAGE + "-" + month)).isEqualTo("60");
        assertThat(isShown("vaststellen")).isFalse();
    }

    @Test
    void aMonthOrAreaThatDoesNotExistIsSaid() {
        open("maandbeeld?maand=2031-02&gebied=XX1");

        assertThat(all(Paragraph.class).stream().map(Paragraph::getText))
                .anyMatch(sentence -> sentence.startsWith("De maand of het gebied in het adres bestaat niet."));
        assertThat(title()).contains("Maastricht");
    }

    @Test
    void duidingOfTheMonthStandsBelowItsFigure() {
        duidingen.clear();
        duidingen.add(
                DuidingSubject.of(new IndicatorId(DAMAGE), key().area(), key().period()),
                new DuidingVersion(
                        1, "Een nacht met veel schade.", DuidingState.CONCEPT, "jansen", Role.ANALIST, Instant.now()));
        open(address());

        assertThat(text("hoofdstuk-vvc")).contains("Een nacht met veel schade. (Analist, concept)");
        duidingen.clear();
    }

    @Test
    @WithMockUser(roles = "ANALIST")
    void anAnalystPreparesAndDoesNotEstablish() {
        open(address());

        assertThat(isShown("onderwerpen-bewaren")).isTrue();
        assertThat(isShown("vaststellen")).isFalse();
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void theCouncilSeesPublicFiguresAndNothingOfTheAgenda() {
        open(address());

        assertThat(text(DAMAGE + "-" + month)).isEqualTo("60");
        assertThat(isShown("onderwerpen-bewaren")).isFalse();
        assertThat(isShown("vorige-keer")).isFalse();
        assertThat(isShown("acties")).isFalse();
        assertThat(isShown("presenteren")).isFalse();
        assertThat(isShown("vastgesteld")).isFalse();
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void theCouncilOpensNoSnapshot() {
        reviews.add(ReviewStoreContract.snapshot(key(), "{}"), 0);
        open("maandbeeld/vastgesteld/1");

        assertThat(all(SnapshotView.class)).isEmpty();
    }

    private static String title() {
        return all(H1.class).getFirst().getText();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Indicator> chooser(int number) {
        return byTestId("onderwerp-kiezen-" + number, ComboBox.class);
    }

    private void look() {
        live.look();
        VaadinSession session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    private void click(String testId) {
        test(byTestId(testId, Button.class)).click();
    }

    private void change(String testId, String newText) {
        click(testId + "-wijzigen");
        byTestId(testId + "-invoer", TextArea.class).setValue(newText);
        click(testId + "-bewaren");
    }
}
