"""Every word on the HTML page, in the user's language; the page takes them from here."""

from ...widgets.look.texts import tr


def page_texts() -> dict[str, str]:
    """Name in the page -> text; {0}, {1}, ... are filled in there."""
    return {**_names(), **_sentences()}


def _names() -> dict[str, str]:
    return {
        "layers": tr("Layers"),
        "prediction": tr("Prediction"),
        "settings": tr("Settings"),
        "opacity": tr("Opacity"),
        "colours": tr("Colour map"),
        "gamma": tr("Gamma"),
        "keep": tr("Mass shown"),
        "smooth": tr("Smooth"),
        "scale": tr("Scale"),
        "scale_map": tr("this map"),
        "scale_layer": tr("this layer"),
        "scale_all": tr("all layers"),
        "scale_unit": tr("0 to 1"),
        "scale_held": tr("as exported"),
        "combine_mean": tr("mean of the heads"),
        "combine_max": tr("largest of the heads"),
        "combine_min": tr("smallest of the heads"),
        "random": tr(" (random weights)"),
        "heads": tr("Heads"),
        "head": tr("head {0}"),
        "query_class": tr("class token"),
        "query_mean": tr("mean over queries"),
        "query_at": tr("query {0} at ({1}, {2})"),
        "channels": tr("Channels"),
        "weights": tr("Weights"),
        "photo": tr("The picture with the attention over it"),
        "value_at": tr("x {0}, y {1} · {2}"),
        "channel_at": tr("channel {0} · {1}"),
        "kind_channel": tr("channel"),
        "kind_spatial": tr("spatial"),
        "kind_heads": tr("heads"),
        "kind_other": tr("other"),
    }


def _sentences() -> dict[str, str]:
    return {
        "pick": tr("Click the picture to pick a query; with the focus on it, the arrow keys move it."),
        "partial": tr("This layer is too large for a page: only the class token, or the mean over queries, is here."),
        "no_place": tr("These weights have no place on the picture."),
        "no_query": tr("No query of this layer lies there."),
        "keys": tr("↑ ↓ layer · [ ] head · M all heads · C class token · S smooth · O opacity"),
        "missed": tr("Not recorded: {0}"),
        "old_browser": tr("This browser is too old for the page: open it in one of 2023 or later."),
    }
