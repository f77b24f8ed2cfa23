# SPDX-License-Identifier: GPL-3.0-or-later
"""walk.py KARTOTEKA FILE: starts the program and walks what it tells a screen reader, in its usual states.

Fails on a control that has no name, or does not say what it is.
"""
import subprocess
import sys
import time

import gi
import pyatspi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 120  # seconds, on a busy machine
SKIPPED = 77
MOST_CHILDREN = 200  # of one part: a walker would ask no more

NAMED = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_LINK,
    pyatspi.ROLE_LIST, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_PAGE_TAB,
    pyatspi.ROLE_PAGE_TAB_LIST, pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_CHECK_MENU_ITEM, pyatspi.ROLE_MENU,
    pyatspi.ROLE_TOOL_BAR, pyatspi.ROLE_PUSH_BUTTON_MENU,
}
NOTHING = {pyatspi.ROLE_INVALID, pyatspi.ROLE_UNKNOWN, pyatspi.ROLE_REDUNDANT_OBJECT}
WHOLE = {pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_SPIN_BUTTON}  # spoken as one, whatever it is made of


def parts_of(part):
    """All that is seen, the part itself first."""
    if not part or not part.getState().contains(pyatspi.STATE_VISIBLE):
        return
    yield part
    if part.getRole() in WHOLE:
        return
    for index in range(min(part.childCount, MOST_CHILDREN)):
        yield from parts_of(part.getChildAtIndex(index))


def place_of(part):
    way = []
    while part and part.getRole() != pyatspi.ROLE_APPLICATION:
        way.append(f'{part.getRoleName()} "{part.name}"')
        part = part.parent
    return ' < '.join(way[:6])


def wait(what, find, code=1):
    """What `find` answers, once it answers something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = find()
        except (LookupError, RuntimeError, AttributeError, GLib.GError):  # what was asked has gone meanwhile
            found = None
        if found:
            return found
        while GLib.MainContext.default().iteration(False):
            pass  # or what the bus tells of newcomers is not heard
        time.sleep(0.1)
    print(f'{what} did not come', file=sys.stderr)
    sys.exit(code)


class Walk:
    def __init__(self, program, path):
        self.process = subprocess.Popen([program, path])
        # A bus that does not tell of the program says nothing about it: the walk is skipped then.
        self.application = wait('The program', self.find_application, SKIPPED)
        self.window = wait('Its window', lambda: next(
            (w for w in self.application if 'office' in w.name and w.childCount), None))
        self.wrong = []

    def find_application(self):
        desktop = pyatspi.Registry.getDesktop(0)
        desktop.clear_cache()
        return next((one for one in desktop if one and one.get_process_id() == self.process.pid), None)

    def find(self, role, name, root=None):
        for part in parts_of(root or self.window):
            if part.getRole() == role and part.name.startswith(name):
                return part
        return None

    def act(self, role, name, root=None):
        self.do(wait(name, lambda: self.find(role, name, root)), 'Press')

    @staticmethod
    def do(part, name):
        acts = part.queryAction()
        acts.doAction([acts.getName(i) for i in range(acts.nActions)].index(name))

    def choose(self, name):
        """An entry of the menus, which are closed."""
        def entry_of(part, depth):
            for index in range(min(part.childCount, MOST_CHILDREN) if depth else 0):
                child = part.getChildAtIndex(index)
                if child.getRole() == pyatspi.ROLE_MENU_ITEM and child.name.startswith(name):
                    return child
                found = entry_of(child, depth - 1)
                if found:
                    return found
            return None
        bar = wait('The menus', lambda: next((p for p in parts_of(self.window) if p.getRole() == pyatspi.ROLE_MENU_BAR), None))
        self.do(wait(name, lambda: entry_of(bar, 4)), 'Press')

    def other_window(self, name):
        return wait(name, lambda: next((w for w in self.application if w.name.startswith(name) and w.childCount), None))

    def look(self, state, root=None):
        """Collects what is mute in a state of the window."""
        count = 0
        for part in parts_of(root or self.window):
            count += 1
            takes_focus = part.getState().contains(pyatspi.STATE_FOCUSABLE)
            role = part.getRole()
            if takes_focus and role in NOTHING:
                self.wrong.append(f'{state}: no role: {place_of(part)}')
            needs_name = role in NAMED or (takes_focus and role != pyatspi.ROLE_TABLE_CELL)  # a cell may be empty
            if needs_name and not part.name.strip():
                self.wrong.append(f'{state}: no name: {place_of(part)}')
        print(f'{state}: {count} parts')
        if count < 3:
            self.wrong.append(f'{state}: there is nothing to hear')


    def write(self, name, text):
        wait(name, lambda: self.find(pyatspi.ROLE_TEXT, name)).queryEditableText().setTextContents(text)


def main():
    Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)
    walk = Walk(sys.argv[1], sys.argv[2])
    try:
        card = wait('A card', lambda: walk.find(pyatspi.ROLE_LIST_ITEM, ''))
        walk.look('the board')
        card.queryAction().doAction(0)
        wait('The opened card', lambda: walk.find(pyatspi.ROLE_PAGE_TAB_LIST, ''))
        walk.look('a card')
        for tab in ('Products', 'Links', 'Files', 'History'):
            walk.act(pyatspi.ROLE_PAGE_TAB, tab)
            walk.look(f'a card, {tab}')
        walk.act(pyatspi.ROLE_PUSH_BUTTON, 'Close')
        walk.act(pyatspi.ROLE_PUSH_BUTTON, 'Filter')
        wait('The filter', lambda: walk.find(pyatspi.ROLE_PANEL, 'Filter'))
        walk.look('the filter')
        walk.act(pyatspi.ROLE_RADIO_BUTTON, 'List')
        wait('The list', lambda: walk.find(pyatspi.ROLE_TABLE, ''))
        walk.look('the list')
        walk.act(pyatspi.ROLE_PUSH_BUTTON, 'Go to anything')
        walk.write('Go to', 'about')
        wait('A row of the palette', lambda: walk.find(pyatspi.ROLE_LIST_ITEM, 'About Kartoteka'))
        walk.look('the palette')
        walk.act(pyatspi.ROLE_PUSH_BUTTON, 'New lead')
        wait('A new card', lambda: walk.find(pyatspi.ROLE_TEXT, 'Title'))
        walk.look('a new card')
        walk.act(pyatspi.ROLE_PUSH_BUTTON, 'Close')
        walk.act(pyatspi.ROLE_RADIO_BUTTON, 'My day')
        wait('The day', lambda: walk.find(pyatspi.ROLE_LIST, 'What to do today'))
        walk.look('my day')
        walk.act(pyatspi.ROLE_RADIO_BUTTON, 'Calendar')
        wait('The calendar', lambda: walk.find(pyatspi.ROLE_PUSH_BUTTON, 'Plan on the selected day'))
        walk.look('the calendar')
        walk.act(pyatspi.ROLE_PUSH_BUTTON, 'Notifications')
        wait('The notifications', lambda: walk.find(pyatspi.ROLE_PANEL, 'Notifications'))
        walk.look('the notifications')
        walk.act(pyatspi.ROLE_RADIO_BUTTON, 'My activities')
        walk.act(pyatspi.ROLE_PUSH_BUTTON, 'New activity')
        dialog = walk.other_window('New activity')
        wait('Its form', lambda: walk.find(pyatspi.ROLE_TEXT, 'What to do', dialog))
        walk.look('a new activity', dialog)
        walk.act(pyatspi.ROLE_PUSH_BUTTON, 'Cancel', dialog)
        walk.choose('Settings')
        settings = walk.other_window('Settings')
        pages = wait('Their pages', lambda: walk.find(pyatspi.ROLE_LIST, 'Pages', settings))
        for index in range(pages.childCount):
            page = pages.getChildAtIndex(index)
            name = page.name
            if index:
                walk.do(page, 'Toggle')
            wait(name, lambda: walk.find(pyatspi.ROLE_LABEL, name, settings))
            walk.look(f'the settings, {name}', settings)
    finally:
        walk.process.terminate()
        walk.process.wait(PATIENCE)
    for line in walk.wrong:
        print(line, file=sys.stderr)
    return 1 if walk.wrong else 0


if __name__ == '__main__':
    sys.exit(main())
