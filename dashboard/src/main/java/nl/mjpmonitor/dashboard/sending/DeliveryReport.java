package nl.mjpmonitor.dashboard.sending;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A notification that a mail did not arrive (RFC 3464, in a report after RFC 6522). Everything in it was written by others: it is shortened,
 * stripped of what is no text, and never more than a line.
 *
 * @param messageId Message-ID of the mail it is about; empty when it came without
 * @param failures whom it did not reach for good; none for a mail that only takes longer
 */
record DeliveryReport(Optional<String> messageId, List<Failure> failures) {

    /** The media type of such a report. */
    static final String MEDIA_TYPE = "multipart/report";

    /** More is not a notification. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_RECIPIENTS = 20;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern STATUS = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");

    /**
     * Somebody whom a mail did not reach.
     *
     * @param address where it should have gone
     * @param status such as {@code 5.1.1} (RFC 3463); empty when it is not said
     * @param diagnosis what the server said
     */
    record Failure(String address, String status, String diagnosis) {}

    DeliveryReport {
        failures = List.copyOf(failures);
    }

    /** What a message reports about a delivery; empty when it is another message. */
    static Optional<DeliveryReport> of(Part message) throws MessagingException, IOException {
        if (!message.isMimeType(MEDIA_TYPE) || !(message.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        Optional<String> messageId = Optional.empty();
        List<Failure> failures = new ArrayList<>();
        boolean isReport = false;
        for (int place = 0; place < parts.getCount(); place++) {
            BodyPart part = parts.getBodyPart(place);
            if (part.isMimeType("message/delivery-status")) {
                isReport = true;
                failures.addAll(failures(part));
            } else if (messageId.isEmpty()) {
                messageId = returned(part);
            }
        }
        return isReport ? Optional.of(new DeliveryReport(messageId, failures)) : Optional.empty();
    }

    /** The Message-ID in what was sent back of the mail, whole or its headers only. */
    private static Optional<String> returned(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/rfc822-headers")) {
            return messageId(new InternetHeaders(start(part)).getHeader("Message-ID", null));
        }
        if (part.isMimeType("message/rfc822") && part.getContent() instanceof MimeMessage mail) {
            return messageId(mail.getMessageID());
        }
        return Optional.empty();
    }

    private static Optional<String> messageId(@Nullable String header) {
        Matcher found = MESSAGE_ID.matcher(header == null ? "" : header);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** Groups of fields, with an empty line between: one about the mail, then one a recipient. */
    private static List<Failure> failures(Part part) throws MessagingException, IOException {
        List<Failure> failures = new ArrayList<>();
        InputStream fields = start(part);
        while (fields.available() > 0 && failures.size() < MOST_RECIPIENTS) {
            InternetHeaders group = new InternetHeaders(fields);
            Optional<String> address = field(group, "Final-Recipient");
            boolean isFailed =
                    field(group, "Action").filter("failed"::equalsIgnoreCase).isPresent();
            if (isFailed && address.isPresent()) {
                failures.add(new Failure(
                        field(group, "Original-Recipient").orElse(address.get()),
                        status(field(group, "Status").orElse("")),
                        field(group, "Diagnostic-Code").orElse("")));
            }
        }
        return failures;
    }

    private static InputStream start(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new ByteArrayInputStream(in.readNBytes(MOST_BYTES));
        }
    }

    private static String status(String field) {
        Matcher found = STATUS.matcher(field);
        return found.find() ? found.group() : "";
    }

    /** The text of a field, without the type in front of it, such as {@code rfc822;}. */
    private static Optional<String> field(InternetHeaders group, String name) {
        return Optional.ofNullable(group.getHeader(name, null))
                .map(text -> text.replaceFirst("^\\s*[A-Za-z0-9-]+\\s*;", ""))
                .map(text ->
                        ServerWords.oneLine(text, name.endsWith("Recipient") ? LONGEST_ADDRESS : ServerWords.LONGEST))
                .filter(text -> !text.isEmpty());
    }
}
