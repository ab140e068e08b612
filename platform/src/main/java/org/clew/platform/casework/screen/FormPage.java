package org.clew.platform.casework.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clew.platform.casework.Case;
import org.clew.platform.casework.PartId;
import org.clew.platform.casework.Participant;
import org.clew.platform.casework.ParticipantKind;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Option;
import org.clew.platform.web.Screen;
import org.jspecify.annotations.Nullable;

/// A form about one part of a case.
///
/// @param it the case
/// @param part the part it changes; none for a new one
/// @param filled what the person has filled in
/// @param standing what somebody else saved in between, so that both can be seen; empty when nobody
///   did
public record FormPage(Case it, @Nullable PartId part, Filled filled, List<Standing> standing) {

  /// What stands in a field now.
  public record Standing(String labelKey, String text) {}

  public FormPage {
    standing = List.copyOf(standing);
  }

  public FormPage(Case it, @Nullable PartId part, Filled filled) {
    this(it, part, filled, List.of());
  }

  public String casePath() {
    return "/cases/" + it.id();
  }

  public String title() {
    return it.head().title();
  }

  public Mistakes mistakes() {
    return filled.mistakes();
  }

  public String text(String field) {
    return filled.text(field);
  }

  /// Answers of a closed list, each named by its message.
  public static <E extends Enum<E>> List<Option> options(
      Screen screen, Class<E> codes, String keyPrefix) {
    return Arrays.stream(codes.getEnumConstants())
        .map(code -> new Option(code.name(), screen.say(keyPrefix + "." + code.name())))
        .toList();
  }

  /// All participants, after an answer that names none.
  public List<Option> participants(String none) {
    var options = new ArrayList<Option>();
    options.add(new Option("", none));
    it.participants().forEach(each -> options.add(option(each)));
    return options;
  }

  /// Participants who are persons.
  public List<Option> persons() {
    return it.participants().stream()
        .filter(each -> each.details().kind() == ParticipantKind.PERSON)
        .map(FormPage::option)
        .toList();
  }

  /// The persons affected.
  public List<Option> affected() {
    return it.affected().stream().map(FormPage::option).toList();
  }

  private static Option option(Participant participant) {
    return new Option(participant.id().toString(), participant.details().name());
  }
}
