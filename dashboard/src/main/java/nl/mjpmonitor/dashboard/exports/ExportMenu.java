package nl.mjpmonitor.dashboard.exports;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.WarehouseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The menu with which a reader takes figures along: a link a form. The file is made at the moment of following the link, on behalf of who
 * follows it; what fails is an error of the download and never half a file.
 */
public final class ExportMenu extends Details {

    private static final Logger LOG = LoggerFactory.getLogger(ExportMenu.class);

    private final transient Map<ExportForm, Anchor> links = new EnumMap<>(ExportForm.class);

    public ExportMenu(FigureWords words) {
        addClassName("export-menu");
        getElement().setAttribute("data-testid", "exporteren");
        setSummaryText(words.text("export.menu"));
        UnorderedList list = new UnorderedList();
        for (ExportForm form : ExportForm.values()) {
            Anchor link = new Anchor();
            link.setText(words.text("export." + form.word()));
            link.getElement().setAttribute("data-testid", "export-" + form.word());
            links.put(form, link);
            list.add(new ListItem(link));
        }
        add(new Paragraph(words.text("export.hint")), list);
    }

    /**
     * Offers files.
     *
     * @param files makes the file of a form for the reader of its thread; empty when there is nothing to put in it. It may throw
     *     {@link OutOfScopeException} and {@link WarehouseException}
     */
    public void offer(Function<ExportForm, Optional<ExportFile>> files) {
        links.forEach((form, link) -> link.setHref(DownloadHandler.fromInputStream(event -> answer(form, files))));
    }

    private static DownloadResponse answer(ExportForm form, Function<ExportForm, Optional<ExportFile>> files) {
        try {
            return files.apply(form)
                    .map(file -> new DownloadResponse(
                            new ByteArrayInputStream(file.bytes()), file.name(), file.mediaType(), file.bytes().length))
                    .orElseGet(() -> DownloadResponse.error(HttpStatusCode.NOT_FOUND));
        } catch (OutOfScopeException refused) {
            return DownloadResponse.error(HttpStatusCode.FORBIDDEN, refused);
        } catch (WarehouseException away) {
            return DownloadResponse.error(HttpStatusCode.SERVICE_UNAVAILABLE, away);
        } catch (RuntimeException unforeseen) {
            LOG.error("An export to {} failed", form.word(), unforeseen);
            return DownloadResponse.error(HttpStatusCode.INTERNAL_SERVER_ERROR, unforeseen);
        }
    }
}
