package org.clew.linkage;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.linkage.Form.Email;

/// E-mail addresses. Tags after `+` and Gmail's dots do not make another address when compared, but
/// stay in the normalised form.
final class Emails implements Field {
  static final Emails FIELD = new Emails();

  private static final int LONGEST = 254;
  private static final Pattern ADDRESS =
      Pattern.compile("([^\\s@<>\"(),:;\\[\\]]{1,64})@([^\\s@<>\"(),:;\\[\\]]{1,253})");
  private static final Pattern ROUND_A_HOST = Pattern.compile("^\\.+|[.>'!?]+$");

  private Emails() {}

  @Override
  public Optional<Form> read(Kind kind, String cleaned, String region) {
    return address(cleaned).map(Emails::form);
  }

  /// The address in lower case with its host in ASCII.
  static Optional<String> address(String cleaned) {
    Matcher matcher = ADDRESS.matcher(cleaned);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String local = matcher.group(1).toLowerCase(Locale.ROOT);
    String host = ROUND_A_HOST.matcher(matcher.group(2).toLowerCase(Locale.ROOT)).replaceAll("");
    if (local.startsWith("mailto:")) {
      local = local.substring(7);
    }
    if (host.isEmpty() || local.isEmpty()) {
      return Optional.empty();
    }
    String joined = local + "@" + ascii(host);
    String address = joined.equals(cleaned) ? cleaned : joined;
    return address.length() > LONGEST ? Optional.empty() : Optional.of(address);
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return host;
    }
  }

  private static Form form(String address) {
    int at = address.lastIndexOf('@');
    String local = address.substring(0, at);
    String host = address.substring(at + 1).intern();
    int tag = local.indexOf('+');
    if (tag > 0) {
      local = local.substring(0, tag);
    }
    if (host.equals("gmail.com") || host.equals("googlemail.com")) {
      local = local.replace(".", "");
      host = "gmail.com";
    }
    String bare = local + "@" + host;
    return new Email(bare.equals(address) ? address : bare, local, host);
  }

  @Override
  public void keys(Kind kind, Form form, LongConsumer sink) {
    Email email = (Email) form;
    String local = email.local();
    sink.accept(Keys.of(kind, Keys.Way.WHOLE, email.address()));
    sink.accept(Keys.of(kind, Keys.Way.PART, local));
    if (local.length() > 4) {
      sink.accept(Keys.of(kind, Keys.Way.FRONT, local.substring(0, 5)));
      sink.accept(Keys.of(kind, Keys.Way.ENDING, local.substring(local.length() - 5)));
    }
  }

  @Override
  public Outcome compare(Kind kind, Form asked, Form found, Counts counts) {
    Email a = (Email) asked;
    Email b = (Email) found;
    Model model = Model.of(kind);
    if (a.address().equals(b.address())) {
      long whole = Keys.of(kind, Keys.Way.WHOLE, b.address());
      double u = counts.chance(kind, whole);
      return new Outcome(Agreement.EXACT, Model.bits(model.exact(), u), counts.of(whole));
    }
    boolean sameLocal = a.local().equals(b.local());
    boolean sameHost = a.host().equals(b.host());
    boolean closeLocal = sameLocal || (sameHost && Spelling.isClose(a.local(), b.local()));
    boolean closeHost = sameHost || (sameLocal && Spelling.within(a.host(), b.host(), 2));
    if (closeLocal && closeHost) {
      long whole = Keys.of(kind, Keys.Way.WHOLE, b.address());
      long other = Keys.of(kind, Keys.Way.WHOLE, a.address());
      double u = 1e-5 + 2 * (counts.chance(kind, whole) + counts.chance(kind, other));
      return new Outcome(Agreement.CLOSE_SPELLING, Model.bits(0.1, u), counts.of(whole));
    }
    int slips = Math.min(3, Math.min(a.address().length(), b.address().length()) / 6);
    if (slips > 1 && Spelling.within(a.address(), b.address(), slips)) {
      long whole = Keys.of(kind, Keys.Way.WHOLE, b.address());
      return new Outcome(Agreement.CLOSE_SPELLING, Model.bits(0.05, 1e-4), counts.of(whole));
    }
    if (sameLocal) {
      long part = Keys.of(kind, Keys.Way.PART, b.local());
      double share = (counts.others(part) + 0.2) / (counts.holders(kind) + 1000.0);
      return new Outcome(Agreement.NEAR, Model.bits(0.08, share + 1e-4), counts.of(part));
    }
    return Outcome.different(model);
  }
}
