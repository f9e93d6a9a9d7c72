package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import nl.mjpmonitor.dashboard.texts.Texts;

/**
 * How to read the view that is open. A view has its help in the texts, under {@code help.} and the first part of its address; lines are
 * paragraphs. A view without has the general help.
 */
final class HelpDialog extends Dialog {

    private static final String HELP = "help.view.";

    HelpDialog(Texts texts, Locale locale, String path) {
        String key = texts.has(HELP + path) ? HELP + path : "help.general";
        setHeaderTitle(getTranslation("help.title"));
        addClassName("help-dialog");
        setWidth("min(38rem, 94vw)");
        Div content = new Div();
        content.addClassName("help");
        texts.getTranslation(key, locale).lines().map(Paragraph::new).forEach(content::add);
        texts.getTranslation("help.always", locale).lines().map(Paragraph::new).forEach(content::add);
        content.add(new Paragraph(new Anchor("toegankelijkheid", getTranslation("accessibility.nav"))));
        add(content);
        getFooter().add(new Button(getTranslation("panel.close"), click -> close()));
    }
}
