// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/act_table.h"

namespace Kartoteka {

/// What is looked at: lists, filters, searches, counts, board, card, counters, look-ups. @p path is only read.
void benchReads(Report &report, Growth &growth, const QString &path, int leads);
/// Cards: histories, tabs, clients, products. @p path is only read.
void benchCards(Report &report, Growth &growth, const QString &path, int leads);
/// What one person does to one item: move, edit, comment, plan, create, undo, merge, convert.
void benchWrites(Report &report, Growth &growth, const QString &path, int leads);
/// Acts on many: move, delete, restore, and their undo; an import that is taken back; duplicates.
void benchMany(Report &report, Growth &growth, const QString &path, int leads);
/// The real window, with nothing opened beforehand: the longest turn of its event loop in each act, and memory.
void benchTurns(Report &report, Growth &growth, const QString &path, int leads);
/// The whole file: check, backup, export, the command line.
void benchFileActs(Report &report, Growth &growth, const QString &path, int leads, const QString &cli);
/// Activities: what keeping them costs, counters in both modes, series. Changes the file.
void benchActivities(Report &report, Growth &growth, const QString &path, int leads);
/// What a calendar shows, who is free, and calendar files. Changes the file.
void benchCalendar(Report &report, Growth &growth, const QString &path, int leads);
/// What the office defines: a field more, two values of a list made one. Changes the file.
void benchDefinitions(Report &report, const QString &path, int leads);
/// Of an office with as many types and fields as there may be: reading them, opening the file.
void benchLargeSchema(Report &report, const QString &folder);

} // namespace Kartoteka
