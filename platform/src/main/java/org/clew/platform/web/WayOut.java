package org.clew.platform.web;

/// What somebody can do whose request to some pages of a module was answered with a status, in
/// words that fit those pages. A module publishes one as a bean; where there is none, the usual
/// words lead to the start.
///
/// @param prefix what the paths of those pages begin with
/// @param status the status
/// @param textKey the sentences that say what happened, and what to do
/// @param to the path to go on from
/// @param toKey what the way there is called
public record WayOut(String prefix, int status, String textKey, String to, String toKey) {}
