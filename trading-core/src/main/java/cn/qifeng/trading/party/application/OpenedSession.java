package cn.qifeng.trading.party.application;

import cn.qifeng.trading.party.application.Tokens.Token;
import cn.qifeng.trading.party.domain.Person;

/** What a good login gives: a token and who it speaks for. */
public record OpenedSession(Token token, Person person) {}
