package org.clew.platform.web;

import com.ibm.icu.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What every template gets beside its own page: the words, the direction, who is looking, where
/// things are. Made anew for each answer.
public final class Screen {

  /// A language as a link to the same page.
  public record Choice(String tag, String name, String link, boolean current) {}

  /// The hidden field that proves a form was ours.
  public record Csrf(String parameter, String token) {}

  private final Words words;
  private final Assets assets;
  private final LanguageChoice choice;
  private final Visitor visitor;
  private final String path;
  private final List<Room.Shown> rooms;
  private final Supplier<@Nullable Csrf> csrf;
  private final @Nullable Said flash;

  Screen(
      Words words,
      Assets assets,
      LanguageChoice choice,
      Visitor visitor,
      String path,
      List<Room.Shown> rooms,
      Supplier<@Nullable Csrf> csrf,
      @Nullable Said flash) {
    this.words = words;
    this.assets = assets;
    this.choice = choice;
    this.visitor = visitor;
    this.path = path;
    this.rooms = List.copyOf(rooms);
    this.csrf = csrf;
    this.flash = flash;
  }

  /// The sentence with this key in the visitor's language.
  public String say(String key, @Nullable Object... arguments) {
    return words.say(choice.language(), key, arguments);
  }

  /// A path of this server that keeps the language the visitor chose.
  public String link(String to) {
    return choice.carry(to);
  }

  /// The address of a style or script of ours, by the name of its source.
  public String asset(String name) {
    return assets.address(name);
  }

  public Language language() {
    return choice.language();
  }

  public String languageTag() {
    return language().tag();
  }

  /// `ltr` or `rtl`.
  public String direction() {
    return language().direction();
  }

  /// This page in the languages on offer.
  public List<Choice> languages() {
    return Language.offered().stream()
        .map(l -> new Choice(l.tag(), l.ownName(), path + "?lang=" + l.tag(), l == language()))
        .toList();
  }

  /// Asked for only by pages with a form: a page without one needs no cookie.
  public @Nullable Csrf csrf() {
    return csrf.get();
  }

  /// What the last step did, said once.
  public @Nullable String flash() {
    return flash == null ? null : say(flash.messageKey(), flash.arguments().toArray());
  }

  /// The language as the address asked for it, for forms that get.
  public @Nullable String carried() {
    return choice.inAddress() ? languageTag() : null;
  }

  public List<Room.Shown> rooms() {
    return rooms;
  }

  /// The rooms under one heading.
  public List<Room.Shown> rooms(Room.Group group) {
    return rooms.stream().filter(room -> room.group() == group).toList();
  }

  public @Nullable String person() {
    return visitor.displayName();
  }

  public @Nullable String organisation() {
    return visitor.organisationName();
  }

  /// Whether the visitor may do this, so that no page offers what would be refused.
  public boolean may(Enum<?> action) {
    return visitor.may(action.name());
  }

  /// The same by the action's name, for templates of modules that know no actions.
  public boolean may(String action) {
    return visitor.may(action);
  }

  /// The path of this page.
  public String path() {
    return path;
  }

  /// A moment, to the minute, in UTC and in the visitor's own way of writing.
  public String when(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(language().locale())
        .withZone(ZoneOffset.UTC)
        .format(moment);
  }

  /// A day in the visitor's own way of writing.
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(language().locale())
        .format(day);
  }

  /// A count in the visitor's own way of writing.
  public String number(long count) {
    return NumberFormat.getIntegerInstance(language().locale()).format(count);
  }

  /// A number with its sign and a fixed count of decimals, for bits of evidence.
  public String signed(double value, int decimals) {
    NumberFormat format = NumberFormat.getInstance(language().locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    String signed = (value < 0 ? "−" : "+") + format.format(Math.abs(value));
    // Isolated, or the sign would stand on the other side among right-to-left words.
    return direction().equals("rtl") ? "\u2066" + signed + "\u2069" : signed;
  }
}
