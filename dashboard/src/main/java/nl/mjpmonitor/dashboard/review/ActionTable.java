package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Actions: what, who, when, and whether they were done. */
final class ActionTable extends NativeTable {

    ActionTable(ReviewWords words, List<MeetingAction> actions) {
        addClassNames("figure-table", "action-table");
        setCaptionText(words.text("review.actions.caption"));
        getHead()
                .add(new NativeTableRow(
                        ReviewTable.heading(words.text("review.action.what"), "col", "name"),
                        ReviewTable.heading(words.text("review.action.who"), "col", "words"),
                        ReviewTable.heading(words.text("review.action.when"), "col", "words"),
                        ReviewTable.heading(words.text("review.action.state"), "col", "words")));
        actions.forEach(action -> getBody()
                .add(new NativeTableRow(
                        ReviewTable.heading(action.what(), "row", "name"),
                        cell(action.department()),
                        cell(words.day(action.due())),
                        cell(words.text(action.isDone() ? "review.action.done" : "review.action.open")))));
    }

    private static NativeTableCell cell(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("words");
        return cell;
    }
}
