package org.clew.platform.casework.screen;

import java.util.Arrays;
import java.util.List;
import org.clew.platform.casework.Channel;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Option;
import org.clew.platform.web.Screen;

/// A case opened by hand, with the contact it begins with.
public record NewCasePage(Filled filled) {

  public Mistakes mistakes() {
    return filled.mistakes();
  }

  public String text(String field) {
    return filled.text(field);
  }

  public List<Option> channels(Screen screen) {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel != Channel.PUBLIC_REPORT)
        .map(channel -> new Option(channel.name(), screen.say(channel.messageKey())))
        .toList();
  }
}
