package org.clew.platform.casework.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clew.platform.casework.Case;
import org.clew.platform.casework.Channel;
import org.clew.platform.casework.Contact;
import org.clew.platform.casework.Element;
import org.clew.platform.casework.Fact;
import org.clew.platform.casework.Identifier;
import org.clew.platform.casework.Participant;
import org.clew.platform.casework.Place;
import org.clew.platform.casework.Speaker;
import org.clew.platform.casework.Surety;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Option;
import org.clew.platform.web.Screen;

/// The form in which somebody writes down what was said, in which contact.
public record StatementForm(Case it, Filled filled) {

  public List<Option> contacts(Screen screen) {
    var options = new ArrayList<Option>();
    options.add(new Option("", screen.say("casework.contact.new")));
    for (Contact contact : it.contacts()) {
      String label =
          screen.say(
              "casework.contact.known",
              CasePage.when(screen, contact),
              screen.say(contact.channel().messageKey()));
      options.add(new Option(contact.id().toString(), label));
    }
    return options;
  }

  /// How somebody at work was told something.
  public static List<Option> channels(Screen screen) {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel != Channel.PUBLIC_REPORT)
        .map(channel -> new Option(channel.name(), screen.say(channel.messageKey())))
        .toList();
  }

  /// Participants first, then who else can have said something.
  public List<Option> speakers(Screen screen) {
    var options = new ArrayList<Option>();
    for (Participant participant : it.participants()) {
      options.add(new Option(participant.id().toString(), participant.details().name()));
    }
    Arrays.stream(Speaker.values())
        .filter(speaker -> speaker != Speaker.PARTICIPANT)
        .map(speaker -> new Option(speaker.name(), screen.say(speaker.messageKey())))
        .forEach(options::add);
    return options;
  }

  public static List<Option> facts(Screen screen, Element element) {
    return Fact.of(element).stream()
        .map(fact -> new Option(fact.name(), screen.say(fact.messageKey())))
        .toList();
  }

  public static List<Option> sureties(Screen screen) {
    return List.of(Surety.REPORTED, Surety.CORROBORATED).stream()
        .map(surety -> new Option(surety.name(), screen.say(surety.messageKey())))
        .toList();
  }

  /// What of the case the words can speak of.
  public List<Option> mentions(Screen screen) {
    var options = new ArrayList<Option>();
    for (Participant participant : it.participants()) {
      options.add(new Option(participant.id().toString(), participant.details().name()));
    }
    for (Identifier identifier : it.identifiers()) {
      String label = screen.say(identifier.kind().messageKey()) + " " + identifier.written();
      options.add(new Option(identifier.id().toString(), label));
    }
    for (Place place : it.places()) {
      options.add(new Option(place.id().toString(), place.name()));
    }
    return options;
  }
}
