/** Use cases of the agency, and what other capabilities ask of a published lot. */
package cn.qifeng.trading.tender.application;
