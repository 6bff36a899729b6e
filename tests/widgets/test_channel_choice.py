"""Channels are picked as files are in a list: alone, one more, or all up to there."""

import numpy as np
from attnscope.widgets.channels.channel_choice import MOST, ChannelChoice

ORDER = np.array([4, 2, 0, 3, 1])
"""How the bars stand, left to right."""


def test_a_plain_click_picks_one_alone_and_again_takes_it_away():
    one = ChannelChoice(3, (1, 2)).only(0)
    assert (one.main, one.others) == (0, ())
    assert one.only(0).main is None


def test_a_plain_click_on_the_main_one_of_several_lets_the_others_go():
    assert ChannelChoice(3, (1, 2)).only(3) == ChannelChoice(3)


def test_ctrl_adds_one_and_takes_it_away_again():
    more = ChannelChoice(3).toggled(1)
    assert (more.main, more.others) == (3, (1,))
    assert more.toggled(1).others == ()


def test_where_the_main_one_goes_the_first_of_the_others_takes_its_place():
    assert ChannelChoice(3, (1, 2)).toggled(3) == ChannelChoice(1, (2,))


def test_a_range_follows_the_bars_as_they_stand_in_both_directions():
    assert ChannelChoice(2).reaching(3, ORDER).others == (0, 3)
    assert ChannelChoice(3).reaching(4, ORDER).others == (0, 2, 4)


def test_a_range_is_made_longer_and_shorter_again():
    grown = ChannelChoice(2).extended(1, ORDER).extended(1, ORDER)
    assert grown.others == (0, 3)
    assert grown.extended(-1, ORDER).others == (0,)
    assert grown.extended(-3, ORDER).others == (4,)


def test_no_more_are_picked_than_can_be_looked_at():
    order = np.arange(1000)
    assert len(ChannelChoice(10).reaching(900, order).others) == MOST - 1
    full = ChannelChoice(0).reaching(500, order)
    assert full.toggled(999) == full


def test_moving_stays_at_the_ends():
    assert ChannelChoice(4).moved(-1, ORDER).main == 4
    assert ChannelChoice().moved(1, ORDER).main == 4
    assert ChannelChoice().moved(-1, ORDER).main == 1
