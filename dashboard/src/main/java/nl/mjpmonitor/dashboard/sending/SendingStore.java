package nl.mjpmonitor.dashboard.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/**
 * Where recipients, moments, the outbox and the bounces are kept. It survives the process; several processes can send from it.
 *
 * <p>All methods throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used now.
 */
public interface SendingStore {

    /**
     * An edition that is in the outbox for an address.
     *
     * @param address in small letters
     */
    record Queued(EditionId edition, String address) {}

    /** Who gets editions now, by address. */
    List<Recipient> recipients();

    /**
     * Puts somebody on the list.
     *
     * @throws SendingRefusedException when the address is on the list already
     */
    void add(String address, Role role, Optional<AreaCode> area, String actor, Instant at);

    /** Takes somebody off the list; nothing happens when that was done already. */
    void remove(long recipient, String actor, Instant at);

    /** By kind of report; a kind that is not there is not sent. */
    List<Mailing> mailings();

    void set(Mailing mailing, String actor);

    /** What came into the outbox since this moment. */
    Set<Queued> queuedSince(Instant moment);

    /**
     * Puts an edition into the outbox for an address, once.
     *
     * @return whether it was not there already
     */
    boolean queue(EditionId edition, String address, String messageId, Instant at);

    /**
     * Gives the turn to send the next mail: one whose moment has come, or whose sender went away before the mail server had all of it.
     *
     * @param lease how long the turn lasts
     */
    Optional<Claim> claim(Instant now, Duration lease);

    /**
     * Notes that the mail server is about to have all of a mail. From here on it is not sent again by itself.
     *
     * @return whether it was still this sender's turn; if not, the mail must be broken off
     */
    boolean handOver(Claim claim);

    /** Notes what the mail server answered, if it is still this sender's turn. */
    void sent(Claim claim, String answer, Instant at);

    /** Lets a mail wait for another attempt. */
    void postpone(Claim claim, String answer, Instant nextAt);

    /** Ends the attempts: {@link MailState#REFUSED} or {@link MailState#GIVEN_UP}. */
    void end(Claim claim, MailState state, String answer);

    /**
     * Lets a mail of which it is not known whether it came wait for another attempt, because a person said so.
     *
     * @throws SendingRefusedException when it is not such a mail
     */
    void repeat(long mail, Instant now);

    /** The newest first. */
    List<Mail> newest(int most);

    /** The mail with this Message-ID. */
    Optional<Mail> find(String messageId);

    /** The newest mail to this address, however it is capitalised. */
    Optional<Mail> newestTo(String address);

    /** Keeps a bounce; one that is kept already is not kept twice. */
    void add(Bounce bounce);

    /** The newest first. */
    List<Bounce> bounces(int most);
}
