package org.clew.disclosure.release;

import java.util.Locale;
import org.clew.disclosure.account.Account;
import org.clew.disclosure.account.Booked;
import org.clew.disclosure.account.Slice;
import org.clew.disclosure.account.Witness;
import org.clew.pages.Html;

/// What an account over releases says of one, for people: before it and after.
final class AccountSection {

  private AccountSection() {}

  static void write(Html html, Booked booked) {
    html.add("<section id=\"account\"><h2>What was told of the same people before</h2>\n");
    booked.sentences().forEach(sentence -> html.add("<p>{}</p>\n", sentence));
    html.add(
        """
        <div class="scroll"><table class="num">
        <caption>What was told with noise of whoever was told most of; a slice is one person's in all releases.</caption>
        <thead><tr><th scope="col">Account</th><th scope="col">ρ told</th><th scope="col">As ε</th>\
        <th scope="col">ρ left</th></tr></thead>
        <tbody>
        """);
    Slice slice = booked.told().slice();
    line(html, "Before this release", booked.before(), slice);
    line(html, "After it", booked.after(), slice);
    Witness witness = booked.witness();
    html.add(
        """
        </tbody></table></div>
        <p class="quiet">Entry {} of account {}, {}. An account without this entry is another one, an older copy, \
        or was made up anew.</p></section>
        """,
        witness.entry(),
        witness.account().toString(),
        witness.digest());
  }

  private static void line(Html html, String when, Account account, Slice slice) {
    html.add(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
        when,
        plain(account.told(slice)),
        String.format(Locale.ROOT, "%.2f", account.epsilonTold(slice)),
        plain(account.left(slice)));
  }

  private static String plain(double number) {
    return number == 0 ? "0" : String.format(Locale.ROOT, "%.4g", number);
  }
}
