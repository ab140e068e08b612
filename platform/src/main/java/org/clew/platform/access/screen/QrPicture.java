package org.clew.platform.access.screen;

/// A QR code as the path of an SVG.
///
/// @param size width and height in modules, margin included
/// @param path the dark modules
public record QrPicture(int size, String path) {}
