// Written by `npm run api-types -w @gonglian/gateway` from the OpenAPI document; not by hand.
export interface paths {
    "/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["logIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["finishLogIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["chooseDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/node": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getNode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["watchChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The accounts of the union accounting system (domain 5.7), by account set. */
        get: operations["listChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The books that are kept at this node, in reach. */
        get: operations["listBooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/vouchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Vouchers of a period in the order of their numbers. */
        get: operations["listVouchers"];
        put?: never;
        /** @description A voucher that somebody writes by hand. Posted whole or not at all, and never changed. */
        post: operations["postVoucher"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/vouchers/{no}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes a voucher back by its mirror: the only correction there is. */
        post: operations["reverseVoucher"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/vouchers/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A voucher with its legs, its moves and its seal. */
        get: operations["getVoucher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/accounts/{accountNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One account, leg by leg, with its running balance; the newest first. */
        get: operations["getLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Every account of a period, as it is known now or was known at an instant. */
        get: operations["getTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/statements/{report}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Balance sheet (01) or income and expenditure (02) of a period. */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/periods/{period}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Closes a month and all before it. */
        post: operations["closeBookPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/periods/{period}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Opens one closed month again, with the reason. */
        post: operations["reopenBookPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/years/{year}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Carries income and expenditure of a year over to 321 and 322, and closes its December. */
        post: operations["closeYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Recounts a book from its rows: balances, intervals, keys, periods, leaves and chain. */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/audit-package": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A signed package of one book, or of all in reach: docs/audit-package.md. Written to the access log with the reason. */
        get: operations["exportAuditPackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A book for other programs: vouchers or balances as csv, or all of it as a journal that hledger checks, with what every account holds at each month's end. Written to the access log. */
        get: operations["exportBook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/audit-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The public key by which the node signs its audit packages. */
        get: operations["getAuditKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/split-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest first; the last is what policy says where nothing was set. */
        get: operations["listSplitProfiles"];
        put?: never;
        /** @description From a date on the fund divides so, by a document; the one before ends the day before. */
        post: operations["setSplitProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCollections"];
        put?: never;
        /** @description A file of the tax bureau is announced, with the deposit it accounts for; its parts follow. */
        post: operations["beginCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/collections/{collectionId}/parts/{partNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description One part of the file, at most 2 MiB; the same part again changes nothing. */
        put: operations["putCollectionPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/collections/{collectionId}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description All parts are there: the lines are read and compared with the deposit. */
        post: operations["readCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/collections/{collectionId}/posting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Matches every line to its union, divides it and posts it; what does not fit goes to the work list. */
        post: operations["postCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/collections/{collectionId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/collections/{collectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/collection-exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Lines that wait for somebody to decide, the oldest first. */
        get: operations["listCollectionExceptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/collection-exceptions/{exceptionId}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A line goes to a union, is held until one is founded, or is rejected; with the reason. */
        post: operations["resolveException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/self-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A union that receives the fund itself has paid up what is not its own. */
        post: operations["recordSelfPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/fiscal-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The treasury has paid a budget-funded unit's fund. */
        post: operations["recordFiscalPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/dues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A grassroots union has collected a month's dues: each worked out, all of it the union's own. Wages are not kept. */
        post: operations["recordDues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/allowances/work-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What a model worker with that income is given a month by the document of a day, with the arithmetic. */
        get: operations["workOutAllowance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest first. */
        get: operations["listReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/receipts/{receiptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/reports/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The year's report of funds collected: what is due to the levels above, what has come, what was sent on. */
        get: operations["getFundReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/receipts/{receiptId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes back a receipt that was entered or matched wrongly: its slip may be entered again afterwards. */
        post: operations["reverseReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRefunds"];
        put?: never;
        /** @description Finds the unions that pay little and what of a period goes back to them. */
        post: operations["runRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/refunds/{refundId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The list was looked through; lines taken off it carry the reason. */
        post: operations["reviewRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/refunds/{refundId}/publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The list is shown for five working days. */
        post: operations["publishRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/refunds/{refundId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description After the publicity, by somebody who neither made nor reviewed the list. */
        post: operations["approveRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/refunds/{refundId}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A payment for those who are not paid yet and have an account at a bank; what was paid is said by the bank's answer alone. */
        post: operations["payRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/refunds/{refundId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/refunds/{refundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/refunds/{refundId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRefundLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/budget/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is approved, committed, spent and left, by line. */
        get: operations["listBudget"];
        put?: never;
        /** @description A line of the year's budget, with the document that orders it; a new line, or more than the free share, waits for a second person. */
        post: operations["setBudgetLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/budget/lines/{lineId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A second person agrees to what was proposed for a budget line. */
        post: operations["approveBudgetLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Payments in reach, the newest first. */
        get: operations["listPayments"];
        put?: never;
        /** @description Asks for money to be paid out by a bank: one list of payees. */
        post: operations["requestPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A second person has gone through the list. */
        post: operations["checkPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A third person agrees; how much it is decides in which duty. */
        post: operations["approvePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Refused before the bank has seen it; what it held of the budget is free again. */
        post: operations["rejectPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The bank's file is written and its hash recorded; from here on nothing of it changes. */
        post: operations["exportPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The bank's file: the same bytes each time. */
        get: operations["getPaymentFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The file was handed to the bank. */
        post: operations["sendPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What the bank has done, line by line: paid lines are posted to the books. */
        post: operations["recordBankResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Lines that failed are asked for again, as lines of a new payment. */
        post: operations["reissuePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Reconciled with the bank's statement, and nothing left to reissue. */
        post: operations["closePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One payment with its lines; names and accounts are masked. */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/earmarked-funds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What lies in each fund of a union, its own one and those of its projects, and what of it is promised. */
        get: operations["listEarmarkedFunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The accounts of a union at banks, masked. */
        get: operations["listBankAccounts"];
        put?: never;
        /** @description An account of a union at a bank, by the mark that the books know it by. */
        post: operations["setBankAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A month's statement of the bank (csv or xlsx); each line is matched to the books once. */
        post: operations["importBankStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-statements/lines/{lineId}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What a line of a statement is, where it could be several or is many at once: the vouchers that make up its amount. */
        post: operations["matchBankLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A month reconciled: the bank's balance and the book's, and what explains the difference. */
        get: operations["getBankReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/finance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What waits for somebody in this duty and was not made by himself. */
        get: operations["listFinanceTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/money-flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The money of a union's year: what came into each kind of pot, what left it, and what lies in it. */
        get: operations["getMoneyFlows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/money-flows/vouchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The vouchers that make up one of the flows of a year, the newest first. */
        get: operations["listFlowVouchers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grant-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All versions, the superior's too; by rule, the newest version first. */
        get: operations["listGrantRules"];
        put?: never;
        /** @description By which grants are given from a day on: a version of a rule, in force when another person has approved it. */
        post: operations["setGrantRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grant-rules/{ruleId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description In force, which ends the version before it; or rejected. */
        post: operations["decideGrantRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grant-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest first, without their lines. */
        get: operations["listGrantLists"];
        put?: never;
        /** @description Who is entitled to how much by a rule in a year: every federation of the rule's level, each once. Again until it is approved. */
        post: operations["generateGrantList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grant-lists/{listId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description From here on it stays as it is, and each of its lines is a grant that waits to be paid. */
        post: operations["approveGrantList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grant-lists/{listId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A list with its lines, and who is missing and why. */
        get: operations["getGrantList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest first. */
        get: operations["listGrants"];
        put?: never;
        /** @description An application under a rule of this node or of its superior; nobody sees to it before it is submitted. */
        post: operations["draftGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grants/{grantId}/amendment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Other content for a draft, or for what was returned. */
        post: operations["amendGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grants/{grantId}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Bound to the version of the rule that is in force today; under a rule of the superior it goes there. */
        post: operations["submitGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grants/{grantId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Of a draft, or of what was returned. */
        post: operations["withdrawGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grants/{grantId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Accepted with an amount, returned to be mended, or refused. */
        post: operations["reviewGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grants/{grantId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description By a third person, who may return or refuse it too. */
        post: operations["approveGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grant-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Asks for the payment of approved grants of one rule: to unions of this node as a list for the bank, to a subordinate as a settlement. */
        post: operations["payGrants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grants/{grantId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What of a paid grant was used, and what is left. */
        post: operations["reportGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fund/grants/{grantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description An application, or a line of an approved list, as far as it has come. */
        get: operations["getGrant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Both legs as this node knows them; those that are not matched, oldest first, with their age. */
        get: operations["listSettlements"];
        put?: never;
        /** @description Money is to go to the superior or a subordinate; nothing is posted until another person approves. */
        post: operations["proposeSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlements/{settlementId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The money has left the bank: posts it, and tells the other end, where it is expected from then on. */
        post: operations["approveSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlements/{settlementId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlements/{settlementId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The bank has credited it: posts it, and tells the sender. Another amount than was sent is disputed instead. */
        post: operations["receiveSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlements/{settlementId}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disputeSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlements/{settlementId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The bank gave a disputed payment back: takes the posting back, and ends it at both ends. */
        post: operations["returnSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlements/{settlementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSettlement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAssets"];
        put?: never;
        /** @description A card of the register: bought, and so also a payment to be signed; or taken over. */
        post: operations["registerAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{assetId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A second person agrees to a card without a payment: it is posted. */
        post: operations["approveAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{assetId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends a card of which nothing was posted and nothing is to be paid any more. */
        post: operations["withdrawAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{assetId}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Another place, custodian or use. */
        post: operations["moveAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{assetId}/disposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["proposeAssetDisposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{assetId}/disposal-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A second person lets it go: cost and what was written down leave the books. */
        post: operations["decideAssetDisposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asset-depreciations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Writes all cards of a union down for a month, once: one voucher. */
        post: operations["depreciateAssets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{assetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asset-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAssetCounts"];
        put?: never;
        /** @description The list of what must be there on a day. */
        post: operations["openAssetCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asset-counts/{countId}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What was found, what is missing and what is too many; with the last of it the differences are posted to 182. */
        post: operations["recordAssetCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asset-counts/{countId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideAssetCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asset-counts/{countId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAssetCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProjects"];
        put?: never;
        post: operations["openProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reportProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/budget/lines/{lineId}/plan-item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ties a budget line to an item of the plan and to how many people it is for. */
        post: operations["tieBudgetLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlements/{settlementId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The collective decision about an emergency transfer that has left already. */
        post: operations["decideEmergency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlements/{settlementId}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Tells the sender what of a special transfer was spent, as the books say. */
        post: operations["reportSettlementUse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/books/{unionId}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where money came from, or where it went: by first in, first out within each pot, move by move, to the payers, the recipients, the neighbours and what still lies there. A page says what is left. */
        get: operations["traceMoney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-lines/{lineId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The auditor's chain of a paid line, from the receipt to the hardship file; what is not there is a named gap. */
        get: operations["getMoneyEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest first. */
        get: operations["listAudits"];
        put?: never;
        /** @description Who audits whom, for which months, and by whose order. */
        post: operations["planAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The audited side is told, some days before. */
        post: operations["notifyAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The entry meeting was held: from here on papers, samples, scans and findings are written. */
        post: operations["enterAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What was looked at and what follows from it; never changed. */
        post: operations["addWorkingPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Draws vouchers or paid lines, and keeps what was drawn from what. */
        post: operations["drawSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/samples/{sampleId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSampleItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Looks for one kind of irregularity in all of the audited period. */
        post: operations["runScan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/scans/{scanId}/hits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listScanHits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Something that must be put right, found by a person or by a rule. */
        post: operations["raiseFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The draft report goes to the audited side. */
        post: operations["draftAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The audited side says what it thinks of the draft, in its time. */
        post: operations["commentAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The final report: after the comments or the days for them. */
        post: operations["reportAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The decision: each open finding is told, with its deadline. */
        post: operations["decideAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description All findings are settled. */
        post: operations["closeAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Before anybody has entered. */
        post: operations["cancelAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{auditId}/report-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The report as PDF; once it is final, the same bytes each time. */
        get: operations["getAuditReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-findings/{findingId}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Told before the decision, since it can be put right at once. */
        post: operations["notifyFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-findings/{findingId}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The audited side says how it will put it right. */
        post: operations["planRectification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-findings/{findingId}/plan-acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acceptRectificationPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-findings/{findingId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The audited side says that it was put right, and by what documents. */
        post: operations["submitEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-findings/{findingId}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The evidence is enough, or goes back. */
        post: operations["verifyFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-findings/{findingId}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["closeFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-findings/{findingId}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Overdue: it goes to the superior or to those who discipline. */
        post: operations["escalateFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-findings/{findingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description With each step it has taken. */
        get: operations["getFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Overdue ones first, then by deadline; with how many there are in each state. */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest first. */
        get: operations["listInspections"];
        put?: never;
        /** @description A round of inspections, with the units that are visited; what is found goes the way of every finding. */
        post: operations["planInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inspections/{roundId}/units/{unionId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What was found of a unit, of its organising and of its money; again where it was written down wrongly. */
        post: operations["recordInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inspections/{roundId}/units/{unionId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Something that a unit must put right. */
        post: operations["raiseInspectionFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inspections/{roundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A round and how far each of its units is. */
        get: operations["getInspection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spending-alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What somebody should look at while money is spent, worked out as it is asked for. */
        get: operations["listSpendingAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-checklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest first, each with its items. */
        get: operations["listChecklists"];
        put?: never;
        /** @description A version of the checklist by which the work of audit committees is assessed; never changed. */
        post: operations["setChecklist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest year first; without items. */
        get: operations["listAssessments"];
        put?: never;
        /** @description What a union claims for a year, each item with its evidence. */
        post: operations["submitAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-assessments/{assessmentId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Another person gives points, with reasons where they are fewer. */
        post: operations["reviewAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-assessments/{assessmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description One person applies to join a union; waits for approval. */
        post: operations["applyToJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approveApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rejectApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Collective registration: each row is taken or refused by name; at most 2,000 rows a call. */
        post: operations["joinBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/join-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A signed, expiring link that a poster's QR code carries. */
        post: operations["createJoinLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/join-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Which union a link belongs to; a tampered or expired link is refused. */
        get: operations["openJoinLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retainMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/reactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reactivateMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Leaves, is deemed to have left, is expelled, or has died. */
        post: operations["endMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTransfers"];
        put?: never;
        post: operations["requestTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{transferId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The sending union confirms. */
        post: operations["confirmTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{transferId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The receiving union accepts: the member moves. */
        post: operations["acceptTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{transferId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refuseTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transfers/{transferId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Masked rows of one union or of all in scope, in the order of joining the register; of state APPLIED whoever waits longest comes first. */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/member-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How many active and retained members a union has, and up to which fact of organisation this is known. */
        get: operations["countMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Masked rows that match what was typed: one to four characters of a name, initials of its pinyin, the last digits of a phone, a member number, or a whole ID number. Asked by POST, so that no address carries what was typed. */
        post: operations["findMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/identification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Whose account it is, for whoever grants the duty of a member: one person by a whole member or ID number, and of him no more than is needed to know that it is he. Asked by POST like FindMembers. */
        post: operations["identifyMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Shows masked fields of one member for a reason; logged, within a daily budget. Changes no record. */
        post: operations["revealMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who saw which fields of a member, the newest first. */
        get: operations["listMemberAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A member's own record, whole. */
        get: operations["getMyRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who looked at the member's own record. */
        get: operations["listMyAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A member asks for a field of the own record to be corrected. */
        post: operations["requestCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/corrections/{correctionId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The union accepts a correction, which is then made, or refuses it with a reason. */
        post: operations["decideCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What waits for somebody in this duty, by kind and state. */
        get: operations["listMemberTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listImports"];
        put?: never;
        /** @description A workbook of members is announced; its parts follow. */
        post: operations["beginImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/parts/{partNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description One part of the file, at most 2 MiB; the same part again changes nothing. */
        put: operations["putImportPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description All parts are there: the file is read, its sheets and header found and a mapping proposed. */
        post: operations["readImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Says what each column means, and tries every row without keeping any. */
        post: operations["mapImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes the rows that are in order, by the chunk. */
        post: operations["commitImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Within 24 hours: members who joined by this import and have not changed since are annulled. */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The rows refused, by cause. */
        get: operations["listImportErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/import-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The workbook to fill in, with its version. */
        get: operations["getImportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/error-workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The refused rows as they were, with a column that says why. */
        get: operations["getImportErrorWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listExports"];
        put?: never;
        /** @description Asks for a file of members; above a number of rows a second person approves. */
        post: operations["requestExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{exportId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approveExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{exportId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file itself, with a watermark; each download is logged. */
        get: operations["getExportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/establishments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listEstablishments"];
        put?: never;
        /** @description A preparatory group asks the union above for leave to establish a union (建会申请). */
        post: operations["applyToEstablish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/establishments/{establishmentId}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The union above answers with a numbered reply, or returns the papers with a reason (批复). */
        post: operations["replyToEstablishment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/establishments/{establishmentId}/founding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The founding meeting was held: its attendance, votes and committee. */
        post: operations["reportFounding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/establishments/{establishmentId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The result is approved by a numbered reply: the union exists. */
        post: operations["approveFounding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Records unions that existed before this node began, in one batch; each row is answered. */
        post: operations["enrolUnions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Adds branches or groups below a grassroots union, in one batch. */
        post: operations["addUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["renameUnion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/parent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Moves a union, with all below it, under another parent from a date; counts follow the tree of their period. */
        post: operations["reparentUnion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/industrial-parent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["setIndustrialParent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{intoUnionId}/mergers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The named unions end and their members go to into_union_id. */
        post: operations["mergeUnions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/splits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description New unions are made out of one that goes on with its remaining members. */
        post: operations["splitUnion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The host ends: from now on nobody joins; members are to be moved or retained. */
        post: operations["beginClosing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/dissolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Refused while the union has active members, sub-units or was not announced as closing. */
        post: operations["dissolveUnion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/employers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["coverEmployer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/employers/{employerUscc}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["uncoverEmployer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/legal-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Records the union's own unified social credit code (legal person). */
        post: operations["registerLegalPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getUnion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The unions below a parent, or all that match a search, as the tree was on a date. */
        get: operations["listUnions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unions/{unionId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getUnionHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/due-elections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Unions whose term ends within 180, 90, 30 or 0 days, or has ended. */
        get: operations["listDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/elections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["requestElection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/elections/{electionId}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["replyToElectionRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/elections/{electionId}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["proposeCandidates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/elections/{electionId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reviewCandidates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/elections/{electionId}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publishCandidates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/elections/{electionId}/meeting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The meeting: attendance and votes are counted here; it may fail for want of quorum or votes. */
        post: operations["recordElectionMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/elections/{electionId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reportElectionResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/elections/{electionId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A numbered reply approves the result: the new term starts. */
        post: operations["approveElectionResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/elections/{electionId}/postponement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postponeElection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/elections/{electionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getElection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRegions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The sessions of one's own account that are open. */
        get: operations["listMySessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{sessionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["endMySession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDuties"];
        put?: never;
        /** @description Gives an account a duty over a union and all below it. */
        post: operations["grantDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/duties/{dutyId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends a duty; whoever is logged in with it loses it within seconds. */
        post: operations["revokeDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/unions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What waits for somebody in this duty, by kind and state. */
        get: operations["listUnionTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The numbers of one reporting union for a period: own level, subtree, and the parts the subtree is made of, each part with its age. */
        get: operations["getRollup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollup/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One number month by month, with the parts of each month. */
        get: operations["getSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollup/contributors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The unions behind a reporting union's number, largest first. */
        get: operations["listContributors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/declared-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Figures typed in where no records stand behind them (history, or a subordinate without software). */
        post: operations["declareFigures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/periods/{period}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["closePeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/periods/{period}/restatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes the facts that came after closing into the closed period, with a reason; both versions stay. */
        post: operations["restatePeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/periods/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPeriod"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The node's links: to its superior and from each subordinate, with lag and age. */
        get: operations["getLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Recounts every cell from the records and every sum from its parts. */
        post: operations["verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457. `code` names the rule; `title` is for a person, in the language asked for. */
        Problem: {
            /**
             * Format: uri
             * @example urn:gonglian:problem:UNION_NOT_ACTIVE
             */
            type: string;
            title: string;
            status: number;
            code: string;
            details: {
                [key: string]: string | number | boolean | null;
            };
            /** @description Quote it to whoever runs the node. */
            traceId: string;
            /** @description As in X-Request-Id. */
            requestId: string;
            /** @description Where the reference explains the code. */
            help: string;
        };
        ProblemCode: {
            code: string;
            status: number;
            zh: string;
            en: string;
            help: string;
        };
        HeldDuty: {
            dutyId: string;
            duty: string;
            scopeUnionId: string;
            scopeUnionName: string;
            memberId: string;
            grantedOn: string;
        };
        Session: {
            accountId: string;
            /** @description What one tells an administrator to be given a duty. */
            accountNo: string;
            displayName: string;
            duties: components["schemas"]["HeldDuty"][];
            /** @description The one that is acted in; null: none is chosen yet. */
            duty: components["schemas"]["HeldDuty"] | null;
            node: string;
            /** @description Empty for a program. */
            sessionId: string;
            /** @description If it is not used any more; empty for a program. */
            expiresAt: string;
        };
        Node: {
            /** @description GB/T 2260. */
            region: string;
            name: string;
            level: string;
            /** @description Region code of the node above. */
            superior: string | null;
            /** @description Region codes of the nodes below. */
            subordinates: string[];
            rootUnionId: string;
        };
        "finance.v1.LevelShare": {
            /** @description COUNTY, CITY, PROVINCE or NATIONAL. */
            level: string;
            /** Format: int64 */
            amountFen: string;
        };
        "finance.v1.GrantDocument": {
            title: string;
            sha256: string;
        };
        /** @description An account of a book: one of the chart, further divided. */
        "finance.v1.AccountRef": {
            code: string;
            /** @description The union on the other side; empty for none. */
            partyId: string;
            project: string;
            /** @description basic or project, fiscal or union; on cash accounts the bank account they stand for. */
            mark: string;
        };
        /** @description A purse of one purpose. */
        "finance.v1.PotRef": {
            /** @description payer, own, upper, lower, prep, trust, project, recipient or node. */
            kind: string;
            key: string;
            /** @description Of own pots only. */
            bank: string;
        };
        "finance.v1.VoucherLeg": {
            account?: components["schemas"]["finance.v1.AccountRef"];
            /**
             * Format: int64
             * @description Debit above zero, credit below.
             */
            amountFen: string;
            /**
             * Format: int64
             * @description These three are given by the book: empty in a request.
             */
            accountNo: string;
            /** Format: int64 */
            balanceFen: string;
            /** Format: int64 */
            version: string;
        };
        "finance.v1.VoucherMove": {
            source?: components["schemas"]["finance.v1.PotRef"];
            target?: components["schemas"]["finance.v1.PotRef"];
            /** Format: int64 */
            amountFen: string;
            /**
             * Format: int64
             * @description What had left the source, and reached the target, with this move: empty in a request.
             */
            outEnd: string;
            /** Format: int64 */
            inEnd: string;
        };
        "finance.v1.VoucherNumber": {
            /**
             * Format: int64
             * @description In the book, without a gap.
             */
            no: string;
            period: string;
            /**
             * Format: int64
             * @description In the month, without a gap: what is printed on the voucher.
             */
            periodNo: string;
        };
        "finance.v1.Voucher": {
            unionId: string;
            /** Format: int64 */
            no: string;
            period: string;
            /** Format: int64 */
            periodNo: string;
            kind: string;
            eventOn: string;
            postedAt: string;
            summary: string;
            docKind: string;
            docId: string;
            docHash: string;
            makerId: string;
            checkerId: string;
            approverId: string;
            /**
             * Format: int64
             * @description 0 for none, as the one below.
             */
            reversesNo: string;
            /** Format: int64 */
            reversedByNo: string;
            /** @description SHA-256 over what the voucher says, and the block that holds it. */
            leaf: string;
            /** Format: int64 */
            blockNo: string;
            key: string;
            legs: components["schemas"]["finance.v1.VoucherLeg"][];
            moves: components["schemas"]["finance.v1.VoucherMove"][];
            /** @description The unions that its accounts and pots are kept for. */
            unions: components["schemas"]["finance.v1.NamedUnion"][];
        };
        "finance.v1.NamedUnion": {
            unionId: string;
            unionName: string;
        };
        "finance.v1.VoucherList": {
            items: components["schemas"]["finance.v1.VoucherLine"][];
            /** @description Empty at the end. */
            nextCursor: string;
        };
        "finance.v1.VoucherLine": {
            /** Format: int64 */
            no: string;
            period: string;
            /** Format: int64 */
            periodNo: string;
            kind: string;
            eventOn: string;
            postedAt: string;
            summary: string;
            /**
             * Format: int64
             * @description The sum of its debits.
             */
            amountFen: string;
            /** Format: int64 */
            reversesNo: string;
            /** Format: int64 */
            reversedByNo: string;
        };
        "finance.v1.LedgerPage": {
            account?: components["schemas"]["finance.v1.AccountRef"];
            nameZh: string;
            /** Format: int64 */
            balanceFen: string;
            items: components["schemas"]["finance.v1.LedgerLine"][];
            nextCursor: string;
        };
        "finance.v1.LedgerLine": {
            /** Format: int64 */
            no: string;
            period: string;
            eventOn: string;
            summary: string;
            /** Format: int64 */
            amountFen: string;
            /** Format: int64 */
            balanceFen: string;
            /** Format: int64 */
            version: string;
        };
        "finance.v1.TrialBalance": {
            items: components["schemas"]["finance.v1.TrialBalanceLine"][];
            /** Format: int64 */
            debitFen: string;
            /** Format: int64 */
            creditFen: string;
            /** @description Both sides are the same, and all balances sum to zero. */
            balanced: boolean;
            /**
             * Format: int64
             * @description The last voucher that it counts.
             */
            lastNo: string;
        };
        "finance.v1.TrialBalanceLine": {
            /** Format: int64 */
            accountNo: string;
            account?: components["schemas"]["finance.v1.AccountRef"];
            nameZh: string;
            /**
             * Format: int64
             * @description Debit above zero, credit below.
             */
            openingFen: string;
            /** Format: int64 */
            debitFen: string;
            /** Format: int64 */
            creditFen: string;
            /** Format: int64 */
            closingFen: string;
        };
        "finance.v1.Statement": {
            report: string;
            period: string;
            items: components["schemas"]["finance.v1.StatementLine"][];
            /** @description 01: assets are liabilities and net assets. */
            balanced: boolean;
        };
        "finance.v1.StatementLine": {
            /** @description ASSET, LIABILITY, NET_ASSET, INCOME, EXPENDITURE; TOTAL for a sum. */
            section: string;
            /** @description Of the first-level account; the section for a sum. */
            code: string;
            nameZh: string;
            /**
             * Format: int64
             * @description 01: at the beginning of the year. 02: of the month.
             */
            openingFen: string;
            /**
             * Format: int64
             * @description 01: at the end of the period. 02: of the year so far.
             */
            amountFen: string;
        };
        "finance.v1.BookPeriod": {
            unionId: string;
            period: string;
            open: boolean;
            /**
             * Format: int64
             * @description The last voucher before the change.
             */
            afterNo: string;
        };
        "finance.v1.YearClosed": {
            /** Format: int32 */
            year: number;
            voucherNos: string[];
            /**
             * Format: int64
             * @description To 321: of projects.
             */
            carriedOverFen: string;
            /**
             * Format: int64
             * @description To 322: of all else.
             */
            surplusFen: string;
        };
        "finance.v1.AuditKey": {
            /** @description Region code. */
            node: string;
            /** @description Ed25519. */
            algorithm: string;
            /** @description 64 hexadecimal digits. */
            publicKey: string;
        };
        "finance.v1.LedgerVerification": {
            /** Format: int64 */
            vouchersChecked: string;
            /** @description The hash at the end of the chain. */
            head: string;
            /** @description Nothing differs. */
            clean: boolean;
            checks: components["schemas"]["finance.v1.LedgerCheckResult"][];
        };
        "finance.v1.LedgerCheckResult": {
            /** @description For example I2_RUNNING_BALANCES. */
            check: string;
            ok: boolean;
            /**
             * Format: int64
             * @description The first voucher that breaks it, or where none is to blame the account, pot, block or change; -1 where all is well.
             */
            firstNo: string;
        };
        "finance.v1.Chart": {
            items: components["schemas"]["finance.v1.ChartAccount"][];
        };
        "finance.v1.ChartAccount": {
            /** @description Three digits of a first-level account, or five of a prescribed sub-account. */
            code: string;
            nameZh: string;
            nameEn: string;
            /** @description ASSET, LIABILITY, NET_ASSET, INCOME or EXPENDITURE. */
            kind: string;
            /** @description debit or credit: the side on which it grows. */
            side: string;
            grassroots: boolean;
            county: boolean;
        };
        "finance.v1.SetSplitProfileRequest": {
            effectiveFrom?: string;
            /**
             * Format: int32
             * @description Of ten thousand; the five sum to it.
             */
            grassrootsBp?: number;
            /** Format: int32 */
            countyBp?: number;
            /** Format: int32 */
            cityBp?: number;
            /** Format: int32 */
            provinceBp?: number;
            /** Format: int32 */
            nationalBp?: number;
            /** @description Of the document that orders it. */
            documentNo?: string;
        };
        "finance.v1.SplitProfile": {
            /** @description Empty where policy says it. */
            profileId: string;
            effectiveFrom: string;
            /** @description The last day; empty while it stands. */
            effectiveTo: string;
            /** Format: int32 */
            grassrootsBp: number;
            /** Format: int32 */
            countyBp: number;
            /** Format: int32 */
            cityBp: number;
            /** Format: int32 */
            provinceBp: number;
            /** Format: int32 */
            nationalBp: number;
            documentNo: string;
        };
        "finance.v1.SplitProfileList": {
            items: components["schemas"]["finance.v1.SplitProfile"][];
        };
        "finance.v1.BeginCollectionRequest": {
            /** @description An xlsx or csv file. */
            fileName?: string;
            /** Format: int32 */
            sizeBytes?: number;
            /** @description Hex; what arrives must hash to it. */
            sha256?: string;
            /**
             * Format: int64
             * @description The deposit that the lines account for.
             */
            totalFen?: string;
            /** @description Which account of the node the money lies in. */
            bank?: string;
        };
        "finance.v1.Collection": {
            collectionId: string;
            fileName: string;
            /** @description UPLOADING, READING, CHECKED, POSTING, DONE, FAILED or CANCELLED. */
            state: string;
            /** @description What is wrong where it FAILED: the code of a refusal. */
            failure: string;
            /**
             * Format: int32
             * @description The row in the sheet where it is wrong, from 1; 0 for none.
             */
            failureRow: number;
            /** Format: int64 */
            totalFen: string;
            bank: string;
            /** Format: int32 */
            parts: number;
            /** Format: int32 */
            partsReceived: number;
            /**
             * Format: int32
             * @description Lines read, and gone through in the present state.
             */
            lines: number;
            /** Format: int32 */
            linesDone: number;
            /**
             * Format: int32
             * @description Lines by what came of them; known: the same line was posted before.
             */
            linesPosted: number;
            /** Format: int32 */
            linesHeld: number;
            /** Format: int32 */
            linesKnown: number;
            /** Format: int32 */
            linesWaiting: number;
            /** Format: int32 */
            linesRejected: number;
            /** Format: int64 */
            postedFen: string;
            /** Format: int64 */
            heldFen: string;
            /** Format: int64 */
            knownFen: string;
            /** Format: int64 */
            waitingFen: string;
            /** Format: int64 */
            rejectedFen: string;
            createdAt: string;
            doneAt: string;
            /** Format: int32 */
            version: number;
        };
        "finance.v1.CollectionList": {
            items: components["schemas"]["finance.v1.Collection"][];
            nextCursor: string;
        };
        "finance.v1.CollectionExceptionList": {
            items: components["schemas"]["finance.v1.CollectionException"][];
            groups: components["schemas"]["finance.v1.CollectionExceptionGroup"][];
            nextCursor: string;
        };
        "finance.v1.CollectionExceptionGroup": {
            code: string;
            /** Format: int32 */
            count: number;
            /** Format: int64 */
            totalFen: string;
        };
        "finance.v1.CollectionException": {
            exceptionId: string;
            collectionId: string;
            /**
             * Format: int32
             * @description The row in the sheet, from 1.
             */
            row: number;
            /** @description Why it waits: a code of the list of problems. */
            code: string;
            /** @description What the ledger said where it refused the line. */
            ledgerCode: string;
            slipNo: string;
            payerUscc: string;
            periodFrom: string;
            periodTo: string;
            /** Format: int64 */
            wageBaseFen: string;
            /** Format: int64 */
            amountFen: string;
            /** Format: int64 */
            lateFeeFen: string;
            receivedOn: string;
            /** @description The union that was found, where there is one. */
            unionId: string;
            /** @description WAITING, ASSIGNED, PREPARATORY or REJECTED. */
            state: string;
            reason: string;
            resolvedBy: string;
            /** @description What it became. */
            receiptId: string;
            /** Format: int32 */
            version: number;
        };
        "finance.v1.RecordSelfPaymentRequest": {
            unionId?: string;
            /** @description Of the bank receipt. */
            slipNo?: string;
            payerUscc?: string;
            /** @description Months, both included. */
            periodFrom?: string;
            periodTo?: string;
            /** Format: int64 */
            wageBaseFen?: string;
            /**
             * Format: int64
             * @description The whole fund, with what the union kept.
             */
            fundFen?: string;
            /**
             * Format: int64
             * @description What has arrived here.
             */
            paidUpFen?: string;
            receivedOn?: string;
            bank?: string;
        };
        "finance.v1.RecordFiscalPaymentRequest": {
            unionId?: string;
            /** @description Of the order of payment. */
            slipNo?: string;
            payerUscc?: string;
            periodFrom?: string;
            periodTo?: string;
            /** Format: int64 */
            wageBaseFen?: string;
            /** Format: int64 */
            amountFen?: string;
            receivedOn?: string;
            bank?: string;
        };
        "finance.v1.RecordDuesRequest": {
            unionId?: string;
            /** @description Whose wages they are of. */
            month?: string;
            receivedOn?: string;
            /** @description The account at a bank where they lie. */
            bank?: string;
            /** @description Of the list that was signed; a quarter's may stand for each of its months. */
            documentNo?: string;
            /** @description One a member, at most 50,000. */
            lines?: components["schemas"]["finance.v1.DuesLine"][];
        };
        /** @description A member without a name. */
        "finance.v1.DuesLine": {
            /**
             * Format: int64
             * @description Of a month, without bonuses and allowances.
             */
            baseWageFen?: string;
            /** @description A retained member pays nothing. */
            retained?: boolean;
        };
        "finance.v1.DuesRecord": {
            unionId: string;
            month: string;
            /** Format: int32 */
            memberCount: number;
            /**
             * Format: int32
             * @description Of whom something was due.
             */
            payerCount: number;
            /** Format: int32 */
            retainedCount: number;
            /** Format: int64 */
            amountFen: string;
            /** Format: int64 */
            voucherNo: string;
        };
        /** @description subsidy = min(cap, max(0, line - income)). */
        "finance.v1.AllowanceWork": {
            kind: string;
            on: string;
            /** Format: int64 */
            incomeFen: string;
            /** Format: int64 */
            lineFen: string;
            /** Format: int64 */
            capFen: string;
            /**
             * Format: int64
             * @description line - income: below zero where the income is above the line.
             */
            differenceFen: string;
            /** Format: int64 */
            subsidyFen: string;
            /** @description The document by which line and cap stand on that day. */
            orderedBy: string;
        };
        "finance.v1.Receipt": {
            receiptId: string;
            /** @description TAX_COLLECT, SELF_PAY, FISCAL or PREP. */
            mode: string;
            slipNo: string;
            /** @description Empty while it is held until a union is founded. */
            unionId: string;
            unionName: string;
            payerUscc: string;
            periodFrom: string;
            periodTo: string;
            /** Format: int64 */
            wageBaseFen: string;
            /** Format: int64 */
            amountFen: string;
            /** Format: int64 */
            lateFeeFen: string;
            /**
             * Format: int64
             * @description What is divided.
             */
            fundFen: string;
            /**
             * Format: int64
             * @description What has arrived at the bank.
             */
            receivedFen: string;
            taxOrgan: string;
            receivedOn: string;
            bank: string;
            /**
             * Format: int64
             * @description Shares; all 0 while it is held.
             */
            grassrootsFen: string;
            /** Format: int64 */
            countyFen: string;
            /** Format: int64 */
            cityFen: string;
            /** Format: int64 */
            provinceFen: string;
            /** Format: int64 */
            nationalFen: string;
            /**
             * Format: int32
             * @description By which it was divided, of ten thousand.
             */
            grassrootsBp: number;
            /** Format: int32 */
            countyBp: number;
            /** Format: int32 */
            cityBp: number;
            /** Format: int32 */
            provinceBp: number;
            /** Format: int32 */
            nationalBp: number;
            /**
             * Format: int64
             * @description Vouchers in the book of the node.
             */
            voucherNo: string;
            /**
             * Format: int64
             * @description Of the move out of what is held, when the union was founded; 0 for none.
             */
            foundingVoucherNo: string;
            collectionId: string;
            /**
             * Format: int64
             * @description Of the voucher that takes it back; 0 while it stands.
             */
            reversalVoucherNo: string;
            reversedOn: string;
            reversedBy: string;
            reversalReason: string;
        };
        "finance.v1.ReceiptList": {
            items: components["schemas"]["finance.v1.Receipt"][];
            nextCursor: string;
        };
        "finance.v1.FundReport": {
            /** Format: int32 */
            year: number;
            grouping: string;
            rows: components["schemas"]["finance.v1.FundReportRow"][];
            nextCursor: string;
        };
        "finance.v1.FundReportRow": {
            /** @description A mode, a level or the id of a union. */
            key: string;
            /** @description Of a union. */
            name: string;
            /**
             * Format: int32
             * @description How many receipts of the year's periods it is made of.
             */
            receipts: number;
            /**
             * Format: int64
             * @description What is of the levels above the unions, without what went back to small payers.
             */
            dueFen: string;
            /**
             * Format: int64
             * @description What of it has come.
             */
            receivedFen: string;
            /**
             * Format: int64
             * @description What of it was sent to the levels above; known by level only.
             */
            paidUpFen: string;
            /**
             * Format: int64
             * @description By level: due and not yet sent. By mode and union: due and not yet received.
             */
            differenceFen: string;
        };
        "finance.v1.RunRefundRequest": {
            /** @description Months, both included: what was paid for them goes back. */
            periodFrom?: string;
            periodTo?: string;
            /** @description Of a list taken over from old records: the day on which it was made, in a year before this one; else empty. */
            madeOn?: string;
            /** @description The document by which the old records were taken over; empty for a list of today. */
            takeOverNo?: string;
        };
        "finance.v1.RefundRemoval": {
            unionId?: string;
            reason?: string;
        };
        "finance.v1.Refund": {
            refundId: string;
            periodFrom: string;
            periodTo: string;
            /** @description LISTED, REVIEWED, PUBLISHED, APPROVED, PAYING, PAID or CANCELLED. */
            state: string;
            /**
             * Format: int64
             * @description Below it, strictly, a union pays little; and no more than it goes back.
             */
            limitFen: string;
            /** @description The document of the policy that was applied. */
            documentNo: string;
            /** Format: int32 */
            unions: number;
            /** Format: int64 */
            refundFen: string;
            madeBy: string;
            reviewedBy: string;
            approvedBy: string;
            publishedOn: string;
            /** @description The last day of the publicity. */
            publicityEndsOn: string;
            /** Format: int32 */
            version: number;
            /**
             * Format: int32
             * @description Whom the bank has paid.
             */
            paidUnions: number;
            /** Format: int64 */
            paidFen: string;
            /**
             * Format: int32
             * @description Who is in no payment yet.
             */
            waitingUnions: number;
            madeOn: string;
            /** @description The document by which it was taken over from old records; empty for a list that was made here. */
            takeOverNo: string;
            approvedOn: string;
            /**
             * Format: int32
             * @description Whose payment the bank refused, and nobody has asked for again.
             */
            failedUnions: number;
        };
        "finance.v1.RefundList": {
            items: components["schemas"]["finance.v1.Refund"][];
            nextCursor: string;
        };
        "finance.v1.RefundLine": {
            unionId: string;
            unionName: string;
            /**
             * Format: int64
             * @description Surrendered on average in the two years, rounded for reading.
             */
            yearlyMeanFen: string;
            /**
             * Format: int64
             * @description Surrendered for the period.
             */
            surrenderedFen: string;
            /** Format: int64 */
            refundFen: string;
            /**
             * Format: int64
             * @description By which level what goes back is given back.
             */
            countyFen: string;
            /** Format: int64 */
            cityFen: string;
            /** Format: int64 */
            provinceFen: string;
            /** Format: int64 */
            nationalFen: string;
            /** @description Why it was taken off the list; empty while it stands. */
            removedReason: string;
            /** @description WAITING, NO_ACCOUNT, PENDING, FAILED or PAID; empty for one that was taken off. */
            paymentState: string;
            /** @description The newest payment it is in; empty while it is in none. */
            paymentId: string;
        };
        "finance.v1.RefundLineList": {
            items: components["schemas"]["finance.v1.RefundLine"][];
            nextCursor: string;
        };
        "finance.v1.SetBudgetLineRequest": {
            unionId?: string;
            /** Format: int32 */
            fiscalYear?: number;
            /** @description An expenditure account of the chart. */
            accountCode?: string;
            /** @description basic or project. */
            mark?: string;
            /** @description Of a project; empty for basic expenditure. */
            projectCode?: string;
            /** @description fiscal or union: whose money it is. */
            sourceCode?: string;
            /** Format: int64 */
            amountFen?: string;
            /** @description Of the document that orders it. */
            documentNo?: string;
            reason?: string;
        };
        "finance.v1.Budget": {
            items: components["schemas"]["finance.v1.BudgetLine"][];
            /** Format: int64 */
            approvedFen: string;
            /** Format: int64 */
            committedFen: string;
            /** Format: int64 */
            spentFen: string;
            /** Format: int64 */
            availableFen: string;
        };
        "finance.v1.BudgetLine": {
            lineId: string;
            unionId: string;
            /** Format: int32 */
            fiscalYear: number;
            accountCode: string;
            accountName: string;
            mark: string;
            projectCode: string;
            sourceCode: string;
            /**
             * Format: int64
             * @description What the line allows.
             */
            approvedFen: string;
            /**
             * Format: int64
             * @description Asked for and not paid yet.
             */
            committedFen: string;
            /**
             * Format: int64
             * @description Paid by the bank.
             */
            spentFen: string;
            /** Format: int64 */
            availableFen: string;
            /**
             * Format: int32
             * @description Spent of what is approved, in hundredths of a per cent.
             */
            executedBasisPoints: number;
            /**
             * Format: int64
             * @description What waits for a second person; 0 for nothing.
             */
            proposedFen: string;
            documentNo: string;
            proposedBy: string;
            approvedBy: string;
            /** Format: int32 */
            version: number;
            /** @description The item of the plan that the line pays for; empty where it is tied to none. */
            planItemId: string;
            planItemTitle: string;
            /** Format: int32 */
            headcountTarget: number;
            /**
             * Format: int32
             * @description Beneficiaries whom the bank has paid from the line, each once.
             */
            headcountReached: number;
        };
        "finance.v1.PaymentLineRequest": {
            /** @description PERSON or UNIT. */
            payeeKind?: string;
            payeeName?: string;
            accountNumber?: string;
            /** @description Twelve digits. */
            bankCode?: string;
            /** Format: int64 */
            amountFen?: string;
            purpose?: string;
            /** @description Empty for basic expenditure. */
            projectCode?: string;
            /** @description fiscal or union. */
            sourceCode?: string;
            /** @description Whoever asks knows by it who is paid; means nothing here. */
            beneficiaryId?: string;
        };
        "finance.v1.RequestPaymentRequest": {
            unionId?: string;
            /** @description The mark of the account that pays; empty for the only one. */
            bank?: string;
            /** @description The expenditure account. */
            accountCode?: string;
            /** @description One of the purposes that policy knows. */
            purposeCode?: string;
            title?: string;
            /** @description Of the record at the service that asks; once each. */
            sourceId?: string;
            /**
             * Format: int32
             * @description What the list itself says; must be so.
             */
            lineCount?: number;
            /** Format: int64 */
            totalFen?: string;
            lines?: components["schemas"]["finance.v1.PaymentLineRequest"][];
            /** @description By when it should be paid; empty for policy's days. */
            dueOn?: string;
        };
        "finance.v1.ReissueLine": {
            /**
             * Format: int32
             * @description Of the line that failed.
             */
            seq?: number;
            /** @description Empty: as before. */
            payeeName?: string;
            /** @description Empty: as before. */
            accountNumber?: string;
            /** @description Empty: as before. */
            bankCode?: string;
        };
        "finance.v1.PaymentList": {
            items: components["schemas"]["finance.v1.Payment"][];
            nextCursor: string;
        };
        "finance.v1.PaymentWarning": {
            /** Format: int32 */
            seq: number;
            code: string;
        };
        "finance.v1.Payment": {
            paymentId: string;
            unionId: string;
            batchNo: string;
            bank: string;
            accountCode: string;
            purposeCode: string;
            title: string;
            sourceService: string;
            sourceId: string;
            /** @description DRAFT, CHECKED, APPROVED, EXPORTED, SENT, RESULT, RECONCILED, CLOSED or REJECTED. */
            state: string;
            /** Format: int32 */
            lineCount: number;
            /** Format: int64 */
            totalFen: string;
            /** Format: int32 */
            paidCount: number;
            /** Format: int64 */
            paidFen: string;
            /** Format: int32 */
            failedCount: number;
            /** @description What to look at, and not refused for. */
            warnings: components["schemas"]["finance.v1.PaymentWarning"][];
            madeBy: string;
            madeAt: string;
            checkedBy: string;
            approvedBy: string;
            exportedBy: string;
            /** @description Of the bank's file. */
            fileSha256: string;
            decisionNo: string;
            dueOn: string;
            rejectReason: string;
            /** @description The payment whose failed lines it asks for again. */
            reissuesPaymentId: string;
            /** Format: int32 */
            version: number;
        };
        "finance.v1.PaymentDetail": {
            payment?: components["schemas"]["finance.v1.Payment"];
            lines: components["schemas"]["finance.v1.PaymentLine"][];
        };
        "finance.v1.PaymentLine": {
            /** Format: int32 */
            seq: number;
            lineId: string;
            payeeKind: string;
            payeeNameMasked: string;
            accountMasked: string;
            bankCode: string;
            /** Format: int64 */
            amountFen: string;
            purpose: string;
            projectCode: string;
            sourceCode: string;
            beneficiaryId: string;
            /** @description PENDING, PAID, FAILED or REJECTED. */
            state: string;
            bankSerial: string;
            paidOn: string;
            failureCode: string;
            /**
             * Format: int64
             * @description In the union's book; 0 while not paid.
             */
            voucherNo: string;
            /** @description The line that failed. */
            reissueOfLineId: string;
            /**
             * Format: int64
             * @description Of a refund: what of it the levels above give back.
             */
            upperFen: string;
        };
        "finance.v1.SetBankAccountRequest": {
            unionId?: string;
            bank?: string;
            /** @description Of the union, as the bank knows it. */
            holderName?: string;
            accountNumber?: string;
            bankCode?: string;
        };
        "finance.v1.BankAccount": {
            unionId: string;
            bank: string;
            holderName: string;
            accountMasked: string;
            bankCode: string;
        };
        "finance.v1.BankAccountList": {
            items: components["schemas"]["finance.v1.BankAccount"][];
        };
        "finance.v1.ImportBankStatementRequest": {
            unionId?: string;
            bank?: string;
            month?: string;
            /** Format: int64 */
            openingFen?: string;
            /** Format: int64 */
            closingFen?: string;
            fileName?: string;
            /** @description csv or xlsx: posted_on, amount (yuan, below zero for what left), serial, purpose. */
            content?: string;
        };
        "finance.v1.BankReconciliation": {
            unionId: string;
            bank: string;
            month: string;
            /**
             * Format: int64
             * @description What the bank says is there.
             */
            bankClosingFen: string;
            /**
             * Format: int64
             * @description What the books say.
             */
            bookClosingFen: string;
            /**
             * Format: int64
             * @description Received in the books, and not at the bank.
             */
            receivedByBookOnlyFen: string;
            /** Format: int64 */
            paidByBookOnlyFen: string;
            /** Format: int64 */
            receivedByBankOnlyFen: string;
            /** Format: int64 */
            paidByBankOnlyFen: string;
            /**
             * Format: int64
             * @description bank + received by the book only - paid by the book only.
             */
            adjustedBankFen: string;
            /**
             * Format: int64
             * @description book + received by the bank only - paid by the bank only.
             */
            adjustedBookFen: string;
            /**
             * Format: int64
             * @description 0 where it reconciles.
             */
            differenceFen: string;
            /** Format: int32 */
            lines: number;
            /** Format: int32 */
            matched: number;
            bankOnly: components["schemas"]["finance.v1.UnmatchedLine"][];
            bookOnly: components["schemas"]["finance.v1.UnmatchedVoucher"][];
        };
        "finance.v1.UnmatchedLine": {
            postedOn: string;
            /** Format: int64 */
            amountFen: string;
            serial: string;
            /** @description As the bank writes it. */
            purpose: string;
            lineId: string;
        };
        "finance.v1.UnmatchedVoucher": {
            /** Format: int64 */
            voucherNo: string;
            eventOn: string;
            /** Format: int64 */
            amountFen: string;
            summary: string;
        };
        "finance.v1.FinanceTaskList": {
            groups: components["schemas"]["finance.v1.FinanceTaskGroup"][];
        };
        "finance.v1.FinanceTaskGroup": {
            kind: string;
            /** Format: int32 */
            count: number;
            dueOn: string;
            oldestOn: string;
        };
        "finance.v1.ProposeSettlementRequest": {
            /** @description Region code of the superior or of a subordinate. */
            toNode?: string;
            /** @description REMITTANCE upward; SHARE, GENERAL_TRANSFER or SPECIAL_TRANSFER downward. */
            kind?: string;
            /** @description YYYY or YYYY-MM. */
            period?: string;
            /** Format: int64 */
            amountFen?: string;
            /** @description Of a remittance: what of it is whose, from the superior's level up. Sums to the amount. */
            shares?: components["schemas"]["finance.v1.LevelShare"][];
            /** @description The mark of the bank account that pays. */
            bank?: string;
            purpose?: string;
            /** @description Of a special transfer: its project, document, the accounts it may be spent on, and until when (YYYY-MM-DD). */
            project?: string;
            docNo?: string;
            permittedCodes?: string[];
            deadline?: string;
            /** @description Of a special transfer that cannot wait: what happened, and why. Both empty otherwise. */
            emergencyEvent?: string;
            emergencyReason?: string;
        };
        "finance.v1.SettlementList": {
            items: components["schemas"]["finance.v1.Settlement"][];
            nextCursor: string;
            /**
             * Format: int64
             * @description What is on its way or disputed, over all pages: out of this node, and towards it.
             */
            unmatchedOutFen: string;
            /** Format: int64 */
            unmatchedInFen: string;
        };
        "finance.v1.Settlement": {
            settlementId: string;
            /** @description OUT: from here; IN: to here. */
            direction: string;
            neighbour: string;
            kind: string;
            period: string;
            /** Format: int64 */
            amountFen: string;
            shares: components["schemas"]["finance.v1.LevelShare"][];
            /** @description PROPOSED, WITHDRAWN, SENT, EXPECTED, RECEIVED, CONFIRMED, DISPUTED or RETURNED. */
            state: string;
            purpose: string;
            project: string;
            docNo: string;
            permittedCodes: string[];
            deadline: string;
            /** @description Accounts; empty at the end that did not. */
            proposedBy: string;
            approvedBy: string;
            sentOn: string;
            /**
             * Format: int64
             * @description Of this node's own leg; 0 while it is not posted.
             */
            voucherNo: string;
            answeredOn: string;
            /** Format: int64 */
            receivedFen: string;
            reasonCode: string;
            /**
             * Format: int64
             * @description Of the other leg, as the neighbour told it; 0 while it did not.
             */
            neighbourVoucherNo: string;
            returnedOn: string;
            /**
             * Format: int32
             * @description Since the money left its sender, while the legs have not met; 0 otherwise.
             */
            ageDays: number;
            /** Format: int32 */
            version: number;
            emergencyEvent: string;
            emergencyReason: string;
            decisionNo: string;
            decisionOn: string;
            decisionSha256: string;
            /** @description By when the decision was to follow; empty where none had to. */
            decisionDueOn: string;
            /**
             * Format: int64
             * @description By the receiver's last report of its use; empty before the first.
             */
            usedFen: string;
            usedOn: string;
            usedNote: string;
        };
        "finance.v1.BookList": {
            items: components["schemas"]["finance.v1.Book"][];
            /** @description Empty at the end. */
            nextCursor: string;
        };
        "finance.v1.Book": {
            unionId: string;
            unionName: string;
            /** @description GRASSROOTS or COUNTY. */
            accountSet: string;
            /** Format: int64 */
            voucherCount: string;
            /** @description The last month that is closed; empty while none is. */
            closedThrough: string;
        };
        "finance.v1.MatchedBankLine": {
            lineId: string;
            /** Format: int64 */
            amountFen: string;
            voucherNos: string[];
        };
        "finance.v1.EarmarkedFundList": {
            items: components["schemas"]["finance.v1.EarmarkedFund"][];
        };
        "finance.v1.EarmarkedFund": {
            bank: string;
            /** @description Empty for money that is bound to no project. */
            projectCode: string;
            /** Format: int64 */
            heldFen: string;
            /**
             * Format: int64
             * @description Approved, and not paid by the bank yet.
             */
            promisedFen: string;
            /** Format: int64 */
            availableFen: string;
            /** @description What the level above gave for the project, and bound it to; the oldest first. */
            transfers: components["schemas"]["finance.v1.EarmarkedTransfer"][];
        };
        "finance.v1.EarmarkedTransfer": {
            settlementId: string;
            docNo: string;
            purpose: string;
            /** @description Accounts it may be spent on, until the deadline. */
            permittedCodes: string[];
            deadline: string;
            /** Format: int64 */
            receivedFen: string;
            receivedOn: string;
        };
        "finance.v1.MoneyTrace": {
            unionId: string;
            direction: string;
            /**
             * Format: int64
             * @description What could be asked for, and what is answered of it here.
             */
            wholeFen: string;
            /** Format: int64 */
            fromFen: string;
            /** Format: int64 */
            toFen: string;
            /**
             * Format: int64
             * @description Where the next page begins; 0 at the end.
             */
            nextFromFen: string;
            /** @description Every fen answered here has come to an end that is no gap. */
            complete: boolean;
            /** @description The rule by which fen within a pot are told apart: FIFO. */
            convention: string;
            hops: components["schemas"]["finance.v1.TraceHop"][];
            ends: components["schemas"]["finance.v1.TraceEnd"][];
            /** @description The unions that pots of it are kept for, as their node calls them. */
            unions: components["schemas"]["finance.v1.NamedUnion"][];
        };
        "finance.v1.TraceHop": {
            /**
             * Format: int32
             * @description Steps from what was asked: 0 is that itself.
             */
            depth: number;
            /**
             * Format: int64
             * @description Where in what was asked it begins, and how much of it this is.
             */
            atFen: string;
            /** Format: int64 */
            amountFen: string;
            /** @description The move, and where in it this begins. */
            source?: components["schemas"]["finance.v1.PotRef"];
            target?: components["schemas"]["finance.v1.PotRef"];
            /** Format: int64 */
            voucherNo: string;
            /** Format: int32 */
            moveN: number;
            /** Format: int64 */
            skipFen: string;
            period: string;
            /** Format: int64 */
            periodNo: string;
            eventOn: string;
            kind: string;
            summary: string;
            docKind: string;
            docId: string;
            /**
             * Format: int64
             * @description The seal: checked against the chain of the book.
             */
            blockNo: string;
            leaf: string;
            /**
             * Format: int64
             * @description 0 for none, as the one below.
             */
            reversesNo: string;
            /** Format: int64 */
            reversedByNo: string;
            /** @description Region code of the node in whose book it is. */
            node: string;
            unionId: string;
        };
        "finance.v1.TraceEnd": {
            /** @description payer, recipient, node: beyond the book. pot: it still lies there. gap: the trace has lost it here. */
            kind: string;
            /** @description Of a gap: why. */
            reason: string;
            /** Format: int64 */
            atFen: string;
            /** Format: int64 */
            amountFen: string;
            /** @description A payer's credit code, a recipient's commitment, a node's region code; of a gap where it was seen last. */
            pot?: components["schemas"]["finance.v1.PotRef"];
            /**
             * Format: int64
             * @description The voucher of the last move; 0 where what was asked lies there itself.
             */
            voucherNo: string;
            receiptId: string;
            slipNo: string;
            periodFrom: string;
            periodTo: string;
            paymentId: string;
            lineId: string;
            batchNo: string;
            /** Format: int32 */
            seq: number;
            settlementId: string;
            /**
             * Format: int64
             * @description Where in the settlement it begins.
             */
            settlementFromFen: string;
            /** @description Region code of the node in whose book it ends. */
            node: string;
            /** Format: int32 */
            depth: number;
        };
        "finance.v1.MoneyEvidence": {
            lineId: string;
            unionId: string;
            /** Format: int64 */
            amountFen: string;
            /** @description In the order of the chain. */
            steps: components["schemas"]["finance.v1.EvidenceStep"][];
            /** @description Every step is there. */
            complete: boolean;
        };
        "finance.v1.EvidenceStep": {
            /** @description RECEIPT, BANK_DEPOSIT, VOUCHER, BUDGET_LINE, REQUEST, SIGNATURES, LIST, LINE, BANK_RESULT, ACKNOWLEDGEMENT, PUBLICITY, HARDSHIP_FILE or RECONCILIATION. */
            step: string;
            /** @description Empty where it is there; else why it is not. */
            gap: string;
            items: components["schemas"]["finance.v1.EvidenceItem"][];
            /**
             * Format: int32
             * @description How many more there are than these.
             */
            leftOut: number;
        };
        "finance.v1.EvidenceItem": {
            /** @description What it is within its step, for example CHECKER. */
            part: string;
            /** @description Its id, number or serial. */
            ref: string;
            onDate: string;
            /** Format: int64 */
            amountFen: string;
            accountId: string;
            /** @description SHA-256 of the file or the voucher. */
            hash: string;
            /** Format: int64 */
            voucherNo: string;
            /** Format: int64 */
            blockNo: string;
            code: string;
        };
        "finance.v1.PlanAuditRequest": {
            /** @description Who is audited. */
            unionId?: string;
            /** @description SAME_LEVEL, DOWNWARD, SPECIAL, OUTGOING, DISSOLUTION or FOLLOW_UP. */
            kind?: string;
            title?: string;
            /** @description Months, both included. */
            periodFrom?: string;
            periodTo?: string;
            /** @description The plan or document that orders it. */
            basis?: string;
            /** @description Accounts; at least two, or one beside a firm. */
            auditors?: string[];
            /** @description An accounting firm that was hired; both empty for none. */
            firmName?: string;
            firmUscc?: string;
            /** @description Of a FOLLOW_UP: the decided audit that is followed up. */
            followsAuditId?: string;
            /** @description Of a SPECIAL one: PROJECT, FUND or SOURCE, and which; both empty for the whole of the books. */
            scopeKind?: string;
            scopeCode?: string;
            /** @description Where auditors of another federation do it: its region code and name; both empty for none. */
            auditorNode?: string;
            auditorNodeName?: string;
        };
        "finance.v1.AuditList": {
            items: components["schemas"]["finance.v1.Audit"][];
            nextCursor: string;
            /** @description With the first page: of all findings in reach how many are closed, the latest year first. */
            rates: components["schemas"]["finance.v1.ClosureRate"][];
        };
        /** @description Findings of a year and of one kind of audit, and how many of them are closed. */
        "finance.v1.ClosureRate": {
            /** Format: int32 */
            fiscalYear: number;
            /** @description The kind of the audits, or INSPECTION. */
            auditKind: string;
            /** @description Audited by another federation. */
            crossNode: boolean;
            /** Format: int32 */
            findings: number;
            /** Format: int32 */
            findingsClosed: number;
            /** Format: int32 */
            closedBasisPoints: number;
        };
        /** @description An audit of one union and period, from the plan to the archive. */
        "finance.v1.Audit": {
            auditId: string;
            unionId: string;
            unionName: string;
            kind: string;
            title: string;
            periodFrom: string;
            periodTo: string;
            basis: string;
            auditors: string[];
            firmName: string;
            firmUscc: string;
            followsAuditId: string;
            /** @description PLANNED, NOTIFIED, ENTERED, DRAFTED, COMMENTED, REPORTED, DECIDED, CLOSED or CANCELLED. */
            state: string;
            /** @description Dates are empty until it is so. */
            notifiedOn: string;
            entryOn: string;
            enteredOn: string;
            draftedOn: string;
            commentsDueOn: string;
            commentedOn: string;
            comment: string;
            reportedOn: string;
            decidedOn: string;
            decisionNo: string;
            closedOn: string;
            summary: string;
            opinion: string;
            /**
             * Format: int32
             * @description How many, and how many of them are settled.
             */
            findings: number;
            /** Format: int32 */
            findingsSettled: number;
            /** Format: int64 */
            problemFen: string;
            /**
             * Format: int64
             * @description Recovered, adjusted and returned.
             */
            correctedFen: string;
            /** Format: int32 */
            version: number;
            scopeKind: string;
            scopeCode: string;
            auditorNode: string;
            auditorNodeName: string;
        };
        "finance.v1.AuditFile": {
            audit?: components["schemas"]["finance.v1.Audit"];
            /** @description What auditors look at is theirs: empty for all others. */
            papers: components["schemas"]["finance.v1.WorkingPaper"][];
            samples: components["schemas"]["finance.v1.AuditSample"][];
            /** @description The last run of each rule. */
            scans: components["schemas"]["finance.v1.AuditScan"][];
        };
        "finance.v1.WorkingPaper": {
            paperId: string;
            /** Format: int32 */
            seq: number;
            title: string;
            auditProcedure: string;
            conclusion: string;
            documentSha256: string;
            madeBy: string;
            madeAt: string;
        };
        "finance.v1.AuditSample": {
            sampleId: string;
            subject: string;
            method: string;
            seed: string;
            /** Format: int64 */
            thresholdFen: string;
            /** Format: int64 */
            populationCount: string;
            /** Format: int64 */
            populationFen: string;
            /** Format: int32 */
            sampleCount: number;
            /** Format: int64 */
            sampleFen: string;
            drawnBy: string;
            drawnAt: string;
            /** @description What part of the books it was drawn from, as the audit says; both empty for all. */
            scopeKind: string;
            scopeCode: string;
        };
        "finance.v1.SampleItemList": {
            items: components["schemas"]["finance.v1.SampleItem"][];
            nextCursor: string;
        };
        "finance.v1.SampleItem": {
            /** Format: int32 */
            seq: number;
            /**
             * Format: int64
             * @description 0 for a line that is in no voucher.
             */
            voucherNo: string;
            lineId: string;
            /** Format: int64 */
            amountFen: string;
        };
        "finance.v1.AuditScan": {
            scanId: string;
            rule: string;
            /** @description DONE, or TOO_FEW to say anything. */
            outcome: string;
            /**
             * Format: int64
             * @description Vouchers, lines or lists that were looked at.
             */
            examined: string;
            /**
             * Format: int32
             * @description All of them; no more than 500 are kept.
             */
            hitCount: number;
            /**
             * Format: int64
             * @description Of BENFORD: chi-square with eight degrees of freedom, in thousandths.
             */
            statisticMilli: string;
            ranBy: string;
            ranAt: string;
            scopeKind: string;
            scopeCode: string;
        };
        "finance.v1.ScanHitList": {
            items: components["schemas"]["finance.v1.ScanHit"][];
            nextCursor: string;
        };
        /** @description A voucher or line that a rule found. */
        "finance.v1.ScanHit": {
            hitId: string;
            rule: string;
            /**
             * Format: int32
             * @description Hits that belong together have one number; of BENFORD it is the digit.
             */
            groupNo: number;
            /**
             * Format: int64
             * @description 0 for none.
             */
            voucherNo: string;
            lineId: string;
            /** @description Of NO_PUBLICITY: the list of refunds. */
            recordId: string;
            /** Format: int64 */
            amountFen: string;
            /**
             * Format: int64
             * @description What it is held against: a limit, or the sum of the group.
             */
            againstFen: string;
            occurredOn: string;
            /** @description The finding that was made of it; empty for none. */
            findingId: string;
        };
        "finance.v1.FindingList": {
            items: components["schemas"]["finance.v1.Finding"][];
            nextCursor: string;
            /** @description Over all pages, by state; OVERDUE counts those of other states too. */
            counts: components["schemas"]["finance.v1.FindingCount"][];
        };
        "finance.v1.FindingCount": {
            state: string;
            /** Format: int32 */
            findings: number;
            /** Format: int64 */
            amountFen: string;
        };
        /** @description What an audit found, and what became of it. */
        "finance.v1.Finding": {
            findingId: string;
            auditId: string;
            unionId: string;
            unionName: string;
            /** Format: int32 */
            seq: number;
            category: string;
            title: string;
            /** Format: int64 */
            amountFen: string;
            clause: string;
            cause: string;
            responsiblePost: string;
            suggestion: string;
            /**
             * Format: int64
             * @description What it is about; 0 and empty for nothing in particular.
             */
            voucherNo: string;
            lineId: string;
            rule: string;
            /** @description OPEN, NOTIFIED, PLAN, IN_RECTIFICATION, EVIDENCE_SUBMITTED, VERIFIED, CLOSED, RETURNED or ESCALATED. */
            state: string;
            notifiedOn: string;
            deadline: string;
            /**
             * Format: int32
             * @description 0 while there is time.
             */
            overdueDays: number;
            plan: string;
            /** Format: int64 */
            recoveredFen: string;
            /** Format: int64 */
            adjustedFen: string;
            /** Format: int64 */
            returnedFen: string;
            escalatedTo: string;
            closedOn: string;
            /** @description Only where one finding is asked for. */
            steps: components["schemas"]["finance.v1.FindingStep"][];
            /** Format: int32 */
            version: number;
            /** @description The inspection round that found it; then there is no audit. */
            roundId: string;
        };
        "finance.v1.FindingStep": {
            /** Format: int32 */
            seq: number;
            state: string;
            actedBy: string;
            actedAt: string;
            note: string;
            evidenceSha256: string[];
        };
        "finance.v1.PlanInspectionRequest": {
            title?: string;
            /** Format: int32 */
            fiscalYear?: number;
            /** @description With whom: a discipline inspection body or the like; empty for nobody. */
            jointBody?: string;
            basis?: string;
            /** @description The units that are visited. */
            unionIds?: string[];
        };
        "finance.v1.InspectionList": {
            items: components["schemas"]["finance.v1.InspectionRound"][];
            nextCursor: string;
        };
        /** @description A round of inspections and how far it is: what the reader may see of it. */
        "finance.v1.InspectionRound": {
            roundId: string;
            title: string;
            /** Format: int32 */
            fiscalYear: number;
            jointBody: string;
            basis: string;
            plannedBy: string;
            plannedOn: string;
            /**
             * Format: int32
             * @description Units there are, those visited, and those of them with nothing left to put right.
             */
            units: number;
            /** Format: int32 */
            unitsInspected: number;
            /** Format: int32 */
            unitsSettled: number;
            /** Format: int32 */
            findings: number;
            /** Format: int32 */
            findingsClosed: number;
        };
        "finance.v1.InspectionFile": {
            round?: components["schemas"]["finance.v1.InspectionRound"];
            units: components["schemas"]["finance.v1.InspectionUnit"][];
        };
        "finance.v1.InspectionUnit": {
            unionId: string;
            unionName: string;
            /** @description PLANNED, RECTIFYING or SETTLED: worked out from the visit and its findings. */
            state: string;
            inspectedOn: string;
            organisingResult: string;
            organisingNote: string;
            moneyResult: string;
            moneyNote: string;
            /** Format: int32 */
            findings: number;
            /** Format: int32 */
            findingsClosed: number;
            /** @description The first day by which something must be put right; empty for none. */
            nextDeadline: string;
            /** Format: int32 */
            version: number;
        };
        "finance.v1.SpendingAlertList": {
            /** @description Of each kind the first hundred; the counts are of all. */
            items: components["schemas"]["finance.v1.SpendingAlert"][];
            counts: components["schemas"]["finance.v1.SpendingAlertCount"][];
        };
        "finance.v1.SpendingAlertCount": {
            kind: string;
            /** Format: int32 */
            count: number;
            dueOn: string;
            oldestOn: string;
        };
        /** @description Something about money that is being spent. */
        "finance.v1.SpendingAlert": {
            /** @description BUDGET_NEARLY_SPENT, BUDGET_AHEAD, EARMARK_ENDING, PAYMENT_NOT_EXPORTED, DECISION_MISSING, LEG_UNMATCHED or RECONCILIATION_MISSING. */
            kind: string;
            unionId: string;
            unionName: string;
            /** @description The budget line or the payment; empty of a project and of an account at a bank. */
            recordId: string;
            /** @description What it is called: title, account, project or the mark of the bank account. */
            recordName: string;
            /** Format: int64 */
            amountFen: string;
            /**
             * Format: int64
             * @description What it is held against: what the budget allows; 0 for nothing.
             */
            againstFen: string;
            sinceOn: string;
            dueOn: string;
            /** Format: int64 */
            voucherNo: string;
        };
        "finance.v1.SetChecklistRequest": {
            title?: string;
            /** @description From this day on. */
            validFrom?: string;
            documentNo?: string;
            items?: components["schemas"]["finance.v1.ChecklistItem"][];
        };
        "finance.v1.ChecklistItem": {
            title: string;
            /** Format: int32 */
            maxPoints: number;
        };
        "finance.v1.ChecklistList": {
            items: components["schemas"]["finance.v1.Checklist"][];
        };
        /** @description A version of the checklist of a node. */
        "finance.v1.Checklist": {
            checklistId: string;
            title: string;
            validFrom: string;
            documentNo: string;
            /** Format: int32 */
            maxPoints: number;
            /** @description Their places count from 1. */
            items: components["schemas"]["finance.v1.ChecklistItem"][];
        };
        "finance.v1.SubmitAssessmentRequest": {
            unionId?: string;
            /** Format: int32 */
            fiscalYear?: number;
            /** @description What is not claimed counts nothing. */
            claims?: components["schemas"]["finance.v1.AssessmentClaim"][];
        };
        "finance.v1.AssessmentClaim": {
            /**
             * Format: int32
             * @description Its place in the checklist, from 1.
             */
            itemNo?: number;
            /** Format: int32 */
            claimedPoints?: number;
            note?: string;
            evidence?: components["schemas"]["finance.v1.EvidenceLink"][];
        };
        /** @description What shows that a claim is right. */
        "finance.v1.EvidenceLink": {
            /** @description AUDIT, FINDING, INSPECTION or PAYMENT with its id, or DOCUMENT with its hash. */
            recordKind: string;
            recordId: string;
            documentSha256: string;
        };
        "finance.v1.AssessmentScore": {
            /** Format: int32 */
            itemNo?: number;
            /** Format: int32 */
            givenPoints?: number;
            /** @description Needed where fewer are given than claimed. */
            reason?: string;
        };
        "finance.v1.AssessmentList": {
            items: components["schemas"]["finance.v1.Assessment"][];
            nextCursor: string;
        };
        /** @description How a union assesses its own audit work for a year, and what another person gave it. */
        "finance.v1.Assessment": {
            assessmentId: string;
            unionId: string;
            unionName: string;
            /** Format: int32 */
            fiscalYear: number;
            checklistId: string;
            checklistTitle: string;
            /** @description SUBMITTED or REVIEWED. */
            state: string;
            /** Format: int32 */
            maxPoints: number;
            /** Format: int32 */
            claimedPoints: number;
            /**
             * Format: int32
             * @description 0 until it is reviewed.
             */
            givenPoints: number;
            submittedBy: string;
            submittedAt: string;
            reviewedBy: string;
            reviewedAt: string;
            /** @description Each item of the checklist; only where one assessment is asked for. */
            items: components["schemas"]["finance.v1.AssessmentItem"][];
            /** Format: int32 */
            version: number;
        };
        "finance.v1.AssessmentItem": {
            /** Format: int32 */
            itemNo: number;
            title: string;
            /** Format: int32 */
            maxPoints: number;
            /** Format: int32 */
            claimedPoints: number;
            note: string;
            evidence: components["schemas"]["finance.v1.EvidenceLink"][];
            /** Format: int32 */
            givenPoints: number;
            reason: string;
        };
        "finance.v1.MoneyFlows": {
            /** @description In the order of the kinds; what lies at banks, whatever the bank. */
            pots: components["schemas"]["finance.v1.MoneyPot"][];
            flows: components["schemas"]["finance.v1.MoneyFlow"][];
        };
        /** @description opening + in - out = closing. */
        "finance.v1.MoneyPot": {
            potKind: string;
            /** Format: int64 */
            openingFen: string;
            /** Format: int64 */
            inFen: string;
            /** Format: int64 */
            outFen: string;
            /** Format: int64 */
            closingFen: string;
        };
        /** @description All that went from one end to another in a year, gross: what was taken back is a flow of its own. */
        "finance.v1.MoneyFlow": {
            fromKind: string;
            /** @description Of a payer how it was paid, of a recipient the account, of a node its region code; empty of a pot. */
            fromPart: string;
            toKind: string;
            toPart: string;
            /** Format: int64 */
            amountFen: string;
            /** Format: int64 */
            moveCount: string;
        };
        "finance.v1.FlowVoucherList": {
            items: components["schemas"]["finance.v1.FlowVoucher"][];
            nextCursor: string;
        };
        "finance.v1.FlowVoucher": {
            /** Format: int64 */
            no: string;
            eventOn: string;
            summary: string;
            /**
             * Format: int64
             * @description What it adds to the flow.
             */
            amountFen: string;
        };
        "finance.v1.SetGrantRuleRequest": {
            ruleCode?: string;
            /** @description BY_TIER, PER_SITE, STANDARD, FLOOR, REWARD or MATCHED. */
            kind?: string;
            name?: string;
            documentNo?: string;
            validFrom?: string;
            /**
             * Format: int64
             * @description The standard, at most; of a FLOOR the floor; 0 of BY_TIER.
             */
            amountFen?: string;
            /**
             * Format: int32
             * @description Of a FLOOR: for how many years from the year of valid_from.
             */
            years?: number;
            /**
             * Format: int32
             * @description Of MATCHED: what the recipient adds, of the whole, in basis points at least.
             */
            matchingBp?: number;
            /** @description Of BY_TIER and FLOOR: the level whose federations are entitled. */
            recipientLevel?: string;
            tiers?: components["schemas"]["finance.v1.GrantTier"][];
            members?: components["schemas"]["finance.v1.GrantTierMember"][];
            /** @description The expenditure that it is; the project whose money it is, empty for the own fund. */
            accountCode?: string;
            project?: string;
            /** @description Of a project: what a subordinate may spend it on. */
            permittedCodes?: string[];
            /**
             * Format: int32
             * @description Within how many days it is used and reported.
             */
            useDays?: number;
        };
        "finance.v1.GrantTier": {
            tier: string;
            /** Format: int64 */
            amountFen: string;
        };
        "finance.v1.GrantTierMember": {
            /** @description Of the federation. */
            regionCode: string;
            tier: string;
        };
        "finance.v1.GrantRule": {
            ruleCode: string;
            /** @description BY_TIER, PER_SITE, STANDARD, FLOOR, REWARD or MATCHED. */
            kind: string;
            name: string;
            documentNo: string;
            validFrom: string;
            /**
             * Format: int64
             * @description The standard, at most; of a FLOOR the floor; 0 of BY_TIER.
             */
            amountFen: string;
            /**
             * Format: int32
             * @description Of a FLOOR: for how many years from the year of valid_from.
             */
            years: number;
            /**
             * Format: int32
             * @description Of MATCHED: what the recipient adds, of the whole, in basis points at least.
             */
            matchingBp: number;
            /** @description Of BY_TIER and FLOOR: the level whose federations are entitled. */
            recipientLevel: string;
            tiers: components["schemas"]["finance.v1.GrantTier"][];
            members: components["schemas"]["finance.v1.GrantTierMember"][];
            /** @description The expenditure that it is; the project whose money it is, empty for the own fund. */
            accountCode: string;
            project: string;
            /** @description Of a project: what a subordinate may spend it on. */
            permittedCodes: string[];
            /**
             * Format: int32
             * @description Within how many days it is used and reported.
             */
            useDays: number;
            ruleId: string;
            /** @description Region code of the superior that set it; empty for a rule of this node. */
            issuer: string;
            /** @description Empty while no later version ends it. */
            validTo: string;
            /** @description PROPOSED, IN_FORCE or REJECTED. */
            state: string;
            proposedBy: string;
            decidedBy: string;
            reason: string;
            /** Format: int32 */
            version: number;
        };
        "finance.v1.GrantRuleList": {
            items: components["schemas"]["finance.v1.GrantRule"][];
        };
        "finance.v1.GenerateGrantListRequest": {
            ruleId?: string;
            /** Format: int32 */
            fiscalYear?: number;
            /** @description Of a FLOOR: what subordinates collected, whose receipts are in their own books. */
            collected?: components["schemas"]["finance.v1.GrantCollected"][];
        };
        "finance.v1.GrantCollected": {
            regionCode?: string;
            /** Format: int64 */
            collectedFen?: string;
        };
        "finance.v1.GrantList": {
            listId: string;
            ruleId: string;
            ruleCode: string;
            ruleName: string;
            kind: string;
            /** Format: int32 */
            fiscalYear: number;
            /** @description DRAFT or APPROVED. */
            state: string;
            generatedBy: string;
            approvedBy: string;
            /** Format: int32 */
            recipients: number;
            /** Format: int64 */
            totalFen: string;
            entitlements: components["schemas"]["finance.v1.GrantEntitlement"][];
            missing: components["schemas"]["finance.v1.GrantMissing"][];
            /** Format: int32 */
            version: number;
        };
        "finance.v1.GrantEntitlement": {
            unionId: string;
            regionCode: string;
            name: string;
            /** @description Region code of a subordinate; empty for a union of this node. */
            recipientNode: string;
            tier: string;
            /**
             * Format: int64
             * @description Of a FLOOR: what was collected, and whether the receipts (RECEIPTS) or somebody (DECLARED) says so.
             */
            collectedFen: string;
            collectedFrom: string;
            /** Format: int64 */
            amountFen: string;
        };
        "finance.v1.GrantMissing": {
            regionCode: string;
            name: string;
            /** @description NO_TIER, NOT_COLLECTED or ABOVE_FLOOR. */
            cause: string;
        };
        "finance.v1.GrantListPage": {
            items: components["schemas"]["finance.v1.GrantList"][];
            nextCursor: string;
        };
        "finance.v1.DraftGrantRequest": {
            ruleId?: string;
            unionId?: string;
            /** Format: int64 */
            appliedFen?: string;
            /**
             * Format: int32
             * @description Of MATCHED: what the recipient adds, of the whole.
             */
            matchingBp?: number;
            /** @description A studio or a team of the union; empty for the union itself. */
            beneficiary?: string;
            /** @description VENUE, STUDIO, TEAM, COMPETITION, HONOUR or PROJECT, and its id where it is kept. */
            recordKind?: string;
            recordId?: string;
            /** @description Of the document that accepted the result. */
            acceptanceSha256?: string;
            documents?: components["schemas"]["finance.v1.GrantDocument"][];
            reason?: string;
        };
        "finance.v1.PayGrantsRequest": {
            grantIds?: string[];
            bank?: string;
        };
        "finance.v1.GrantPayout": {
            /** Format: int32 */
            payments: number;
            /** Format: int32 */
            settlements: number;
            /** Format: int64 */
            amountFen: string;
            /**
             * Format: int32
             * @description Without an account at a bank; they wait.
             */
            withoutAccount: number;
        };
        "finance.v1.GrantPage": {
            items: components["schemas"]["finance.v1.Grant"][];
            nextCursor: string;
        };
        "finance.v1.Grant": {
            grantId: string;
            ruleId: string;
            unionId: string;
            /** Format: int64 */
            appliedFen: string;
            /**
             * Format: int32
             * @description Of MATCHED: what the recipient adds, of the whole.
             */
            matchingBp: number;
            /** @description A studio or a team of the union; empty for the union itself. */
            beneficiary: string;
            /** @description VENUE, STUDIO, TEAM, COMPETITION, HONOUR or PROJECT, and its id where it is kept. */
            recordKind: string;
            recordId: string;
            /** @description Of the document that accepted the result. */
            acceptanceSha256: string;
            documents: components["schemas"]["finance.v1.GrantDocument"][];
            reason: string;
            ruleCode: string;
            ruleName: string;
            kind: string;
            /** Format: int32 */
            fiscalYear: number;
            /** @description HERE: within this node; OUT: asked of the superior; IN: for a subordinate. */
            direction: string;
            neighbour: string;
            /** @description Empty for a subordinate. */
            unionName: string;
            /** @description Of a line of a list. */
            listId: string;
            /** @description DRAFT, SUBMITTED, ACCEPTED, RETURNED, REFUSED, WITHDRAWN, APPROVED, PAID or REPORTED. */
            state: string;
            /** Format: int64 */
            grantedFen: string;
            /** @description Why it was returned or refused. */
            answerReason: string;
            madeBy: string;
            checkedBy: string;
            approvedBy: string;
            appliedOn: string;
            approvedOn: string;
            paidOn: string;
            dueOn: string;
            /** @description It was paid, its day is over and nobody has reported. */
            reportLate: boolean;
            /** @description Of an approved grant: WAITING, NO_ACCOUNT, PENDING, FAILED, PROPOSED, SENT or DISPUTED. */
            paymentState: string;
            paymentId: string;
            settlementId: string;
            /** Format: int64 */
            usedFen: string;
            /** Format: int64 */
            unspentFen: string;
            /** Format: int64 */
            matchedFen: string;
            reportSha256: string;
            reportedOn: string;
            /** Format: int32 */
            version: number;
        };
        /** @description A card of the register. What is bought is paid like anything else; what is taken over waits for a second person. */
        "finance.v1.RegisterAssetRequest": {
            unionId?: string;
            /** @description The number on its label. */
            assetNo?: string;
            /** @description BUILDING, VEHICLE, COMPUTER, OFFICE_EQUIPMENT, FURNITURE, SPECIAL_EQUIPMENT, OTHER or INTANGIBLE. */
            assetClass?: string;
            assetName?: string;
            place?: string;
            /** @description The person who answers for it. */
            custodian?: string;
            usage?: string;
            /** @description state or union: whose asset it is. */
            ownership?: string;
            /** Format: int64 */
            valueFen?: string;
            /** Format: int32 */
            lifeMonths?: number;
            documentNo?: string;
            /** @description Of what is taken over: the day it became the union's. Empty for what is bought. */
            addedOn?: string;
            /** @description Absent where nothing is paid for it. */
            purchase?: components["schemas"]["finance.v1.AssetPurchase"];
        };
        "finance.v1.AssetPurchase": {
            /** @description The mark of the account that pays. */
            bank?: string;
            projectCode?: string;
            /** @description fiscal or union. */
            sourceCode?: string;
            payeeName?: string;
            accountNumber?: string;
            bankCode?: string;
        };
        "finance.v1.DepreciateAssetsRequest": {
            unionId?: string;
            /** @description YYYY-MM. */
            month?: string;
        };
        "finance.v1.AssetDepreciation": {
            unionId: string;
            month: string;
            /** Format: int32 */
            cardCount: number;
            /** Format: int64 */
            amountFen: string;
            /**
             * Format: int64
             * @description 0 where nothing was left to write down.
             */
            voucherNo: string;
        };
        "finance.v1.AssetList": {
            items: components["schemas"]["finance.v1.Asset"][];
            nextCursor: string;
            /** @description Over all cards: what they sum to, and what the book says. */
            balances: components["schemas"]["finance.v1.AssetBalance"][];
            /** @description The last month that was written down; empty before the first. */
            depreciatedMonth: string;
        };
        "finance.v1.AssetBalance": {
            accountCode: string;
            /** Format: int64 */
            cardsFen: string;
            /**
             * Format: int64
             * @description Below zero for what is written down.
             */
            bookFen: string;
        };
        "finance.v1.Asset": {
            assetId: string;
            unionId: string;
            assetNo: string;
            assetClass: string;
            /** @description 162 or 171. */
            accountCode: string;
            assetName: string;
            place: string;
            custodianMasked: string;
            usage: string;
            ownership: string;
            /** Format: int64 */
            valueFen: string;
            /** Format: int32 */
            lifeMonths: number;
            /** @description Empty while it is not the union's yet. */
            addedOn: string;
            /** @description ORDERED, PROPOSED, IN_USE, IDLE, DISPOSING, MISSING, DISPOSED or WITHDRAWN. */
            state: string;
            /**
             * Format: int64
             * @description What a month is written down by.
             */
            monthlyFen: string;
            /** Format: int64 */
            depreciatedFen: string;
            /** Format: int64 */
            netFen: string;
            documentNo: string;
            /** @description Of what is bought; empty otherwise. */
            paymentId: string;
            /** Format: int64 */
            voucherNo: string;
            registeredBy: string;
            approvedBy: string;
            disposalKind: string;
            disposalReason: string;
            disposedOn: string;
            disposalBy: string;
            /** Format: int64 */
            disposalVoucherNo: string;
            /** Format: int32 */
            version: number;
        };
        "finance.v1.OpenAssetCountRequest": {
            unionId?: string;
            countedOn?: string;
        };
        "finance.v1.AssetCountResult": {
            assetId?: string;
            /** @description FOUND or MISSING. */
            result?: string;
        };
        "finance.v1.AssetSurplus": {
            assetNo?: string;
            assetClass?: string;
            assetName?: string;
            place?: string;
            ownership?: string;
            /** Format: int64 */
            valueFen?: string;
            /** Format: int32 */
            lifeMonths?: number;
        };
        "finance.v1.AssetCountList": {
            /** @description The newest first, without their lines. */
            items: components["schemas"]["finance.v1.AssetCount"][];
        };
        "finance.v1.AssetCount": {
            countId: string;
            unionId: string;
            countedOn: string;
            /** @description OPEN, FINISHED, AGREED or REFUSED. */
            state: string;
            /** Format: int32 */
            listedCount: number;
            /** Format: int32 */
            foundCount: number;
            /** Format: int32 */
            missingCount: number;
            /** Format: int32 */
            surplusCount: number;
            /**
             * Format: int64
             * @description Net of what was written down.
             */
            missingFen: string;
            /** Format: int64 */
            surplusFen: string;
            openedBy: string;
            finishedBy: string;
            decidedBy: string;
            /**
             * Format: int64
             * @description Into 182; 0 where nothing differs.
             */
            voucherNo: string;
            /**
             * Format: int64
             * @description Out of 182.
             */
            decisionVoucherNo: string;
            lines: components["schemas"]["finance.v1.AssetCountLine"][];
            /** Format: int32 */
            version: number;
        };
        "finance.v1.AssetCountLine": {
            assetId: string;
            assetNo: string;
            assetName: string;
            place: string;
            /** @description FOUND, MISSING or SURPLUS; empty while nobody has looked. */
            result: string;
            /** Format: int64 */
            netFen: string;
        };
        /** @description Money that another place gives for a purpose, with what was agreed and how far it has come. */
        "finance.v1.OpenProjectRequest": {
            unionId?: string;
            /** @description As transfers, payments and the books name it. */
            projectCode?: string;
            projectName?: string;
            /** @description The union or place that gives. */
            donor?: string;
            /** Format: int64 */
            agreedFen?: string;
            documentNo?: string;
            startsOn?: string;
            endsOn?: string;
        };
        "finance.v1.ProjectList": {
            items: components["schemas"]["finance.v1.Project"][];
        };
        "finance.v1.Project": {
            projectId: string;
            unionId: string;
            projectCode: string;
            projectName: string;
            donor: string;
            /** Format: int64 */
            agreedFen: string;
            documentNo: string;
            startsOn: string;
            endsOn: string;
            /**
             * Format: int64
             * @description By the books, in the fund of the project's code: what came in, what was paid out, passed on to other nodes, and is left.
             */
            receivedFen: string;
            /** Format: int64 */
            spentFen: string;
            /** Format: int64 */
            passedOnFen: string;
            /** Format: int64 */
            unspentFen: string;
            /**
             * Format: int32
             * @description By the last report; 0 before the first.
             */
            progressBasisPoints: number;
            /** @description The newest first; a list has the newest only. */
            reports: components["schemas"]["finance.v1.ProjectReport"][];
            openedBy: string;
            /** Format: int32 */
            version: number;
        };
        "finance.v1.ProjectReport": {
            /** Format: int32 */
            progressBasisPoints: number;
            reportedOn: string;
            note: string;
            reportedBy: string;
        };
        /** @description The codes a member is counted by; never anything that names the person. */
        "membership.v1.MemberCodes": {
            /** @description male, female or unknown. */
            sex: string;
            /** @description under_25, 25_34, 35_44, 45_54, 55_plus on the day of joining. */
            ageBand: string;
            /** @description contract, dispatch, flexible, platform, public_institution, civil_servant, part_time. */
            employmentForm: string;
            /** @description A reporting group such as kindergarten_staff; empty for none. */
            workerGroup: string;
            migrantWorker: boolean;
            /** @description Categories of new employment forms (domain 1.8); empty for none. */
            newForms: string[];
        };
        /** @description A person as an application or a batch row names them. */
        "membership.v1.Person": {
            /** @description 01 resident ID card … 05 foreign permanent resident (domain 2.6). */
            idType?: string;
            idNumber?: string;
            name?: string;
            phone?: string;
            /** @description male or female; empty: derived from the ID number. */
            sex?: string;
            birthDate?: string;
            employmentForm?: string;
            workerGroup?: string;
            migrantWorker?: boolean;
            newForms?: string[];
        };
        "membership.v1.ApplyToJoinRequest": {
            unionId?: string;
            person?: components["schemas"]["membership.v1.Person"];
            /** @description PAPER, ORAL, ONLINE, QR, APP, MINI_PROGRAM, MOBILE_WINDOW or COLLECTIVE_EVENT. */
            channel?: string;
            appliedOn?: string;
            /** @description Required for the channel QR. */
            joinToken?: string;
            /** @description Required for the channel QR: who applies on paper has signed it there. */
            consent?: components["schemas"]["membership.v1.Consent"];
        };
        /** @description What the person agreed to, by the version of the notice that was shown; sensitive data separately (PIPL art. 17, 29). */
        "membership.v1.Consent": {
            noticeVersion?: string;
            general?: boolean;
            sensitive?: boolean;
        };
        "membership.v1.Membership": {
            memberId: string;
            unionId: string;
            state: string;
            /** @description Given at approval; never changes. */
            memberNo: string;
            joinedOn: string;
            /** Format: int32 */
            version: number;
        };
        "membership.v1.JoinBatchRequest": {
            unionId?: string;
            joinedOn?: string;
            rows?: components["schemas"]["membership.v1.Person"][];
        };
        "membership.v1.JoinBatchResult": {
            /** Format: int32 */
            joined: number;
            /**
             * Format: int32
             * @description Already members of this union: nothing changed.
             */
            unchanged: number;
            refused: components["schemas"]["membership.v1.JoinRefusal"][];
        };
        "membership.v1.JoinRefusal": {
            /**
             * Format: int32
             * @description From 1, in the order of the request.
             */
            row: number;
            /** @description The failing rule, for example CHECKSUM or ALREADY_MEMBER. */
            code: string;
            field: string;
            /** @description Where a transfer can be offered instead: the union that holds the membership. */
            heldByUnionId: string;
        };
        "membership.v1.CreateJoinLinkRequest": {
            unionId?: string;
            expiresOn?: string;
        };
        "membership.v1.JoinLink": {
            token: string;
            unionId: string;
            unionName: string;
            expiresOn: string;
        };
        "membership.v1.RequestTransferRequest": {
            memberId?: string;
            toUnionId?: string;
            effectiveOn?: string;
            /** @description member, sender or receiver. */
            askedBy?: string;
        };
        "membership.v1.Transfer": {
            transferId: string;
            memberId: string;
            fromUnionId: string;
            toUnionId: string;
            /** @description INITIATED, SENDER_CONFIRMED, COMPLETED, REFUSED, WITHDRAWN or EXPIRED. */
            state: string;
            effectiveOn: string;
            /** Format: int32 */
            version: number;
        };
        /** @description Masked; the name is also given whole to a union that reads of its own members. */
        "membership.v1.Member": {
            memberId: string;
            unionId: string;
            unionName: string;
            state: string;
            memberNo: string;
            joinedOn: string;
            nameMasked: string;
            idNumberMasked: string;
            phoneMasked: string;
            joinChannel: string;
            codes?: components["schemas"]["membership.v1.MemberCodes"];
            /** Format: int32 */
            version: number;
            spells: components["schemas"]["membership.v1.MembershipSpell"][];
            /** @description Empty where the reader's duty shows it masked only. */
            name: string;
            appliedOn: string;
        };
        /** @description One stretch of active membership in one union. */
        "membership.v1.MembershipSpell": {
            unionId: string;
            unionName: string;
            startedOn: string;
            startKind: string;
            endedOn: string;
            endKind: string;
        };
        "membership.v1.MemberList": {
            items: components["schemas"]["membership.v1.Member"][];
            nextCursor: string;
        };
        "membership.v1.MemberCount": {
            /** Format: int32 */
            active: number;
            /** Format: int32 */
            retained: number;
            /** Format: int32 */
            pending: number;
            /**
             * Format: int64
             * @description Position of organisation's facts up to which this service has applied.
             */
            organisationPosition: string;
        };
        "membership.v1.FindMembersRequest": {
            text?: string;
            unionId?: string;
            state?: string;
            cursor?: string;
            /** Format: int32 */
            limit?: number;
        };
        "membership.v1.IdentifyMemberRequest": {
            text?: string;
        };
        "membership.v1.IdentifiedMember": {
            memberId: string;
            memberNo: string;
            unionId: string;
            unionName: string;
            state: string;
            nameMasked: string;
        };
        "membership.v1.RevealedMember": {
            memberId: string;
            name: string;
            idNumber: string;
            phone: string;
            birthDate: string;
            /** @description When a page hides it again, RFC 3339. */
            hideAt: string;
            /**
             * Format: int32
             * @description How many more this account may ask for today.
             */
            leftToday: number;
        };
        "membership.v1.AccessLog": {
            items: components["schemas"]["membership.v1.AccessEntry"][];
            nextCursor: string;
        };
        /** @description Somebody saw something; append-only. */
        "membership.v1.AccessEntry": {
            at: string;
            /** @description The account that looked, and the duty it looked in. */
            accountId: string;
            duty: string;
            /** @description The union whose duty it is. */
            scopeUnionId: string;
            fields: string[];
            /** @description reveal, search, export, self or record. */
            how: string;
            reasonCode: string;
            reason: string;
            scopeUnionName: string;
        };
        /** @description Everything this node keeps of the person who asks. */
        "membership.v1.MyRecord": {
            memberId: string;
            unionId: string;
            unionName: string;
            state: string;
            memberNo: string;
            joinedOn: string;
            name: string;
            idType: string;
            idNumber: string;
            phone: string;
            birthDate: string;
            joinChannel: string;
            codes?: components["schemas"]["membership.v1.MemberCodes"];
            spells: components["schemas"]["membership.v1.MembershipSpell"][];
            transfers: components["schemas"]["membership.v1.Transfer"][];
            corrections: components["schemas"]["membership.v1.Correction"][];
            consents: components["schemas"]["membership.v1.ConsentGiven"][];
        };
        "membership.v1.ConsentGiven": {
            noticeVersion: string;
            /** @description general or sensitive. */
            kind: string;
            givenAt: string;
        };
        "membership.v1.RequestCorrectionRequest": {
            /** @description name or phone. */
            field?: string;
            value?: string;
            explanation?: string;
        };
        "membership.v1.Correction": {
            correctionId: string;
            memberId: string;
            unionId: string;
            field: string;
            /** @description Whole for the member, masked for everybody else. */
            value: string;
            explanation: string;
            /** @description ASKED, MADE or REFUSED. */
            state: string;
            askedOn: string;
            /** @description Empty while the public holidays of the year in which it falls due are not known. */
            dueOn: string;
            decidedOn: string;
            reason: string;
            /** Format: int32 */
            version: number;
        };
        "membership.v1.CorrectionList": {
            items: components["schemas"]["membership.v1.Correction"][];
            nextCursor: string;
        };
        "membership.v1.TransferList": {
            items: components["schemas"]["membership.v1.TransferItem"][];
            nextCursor: string;
        };
        "membership.v1.TransferItem": {
            transfer?: components["schemas"]["membership.v1.Transfer"];
            nameMasked: string;
            fromUnionName: string;
            toUnionName: string;
            askedBy: string;
            requestedOn: string;
            expiresOn: string;
        };
        "membership.v1.MemberTaskList": {
            groups: components["schemas"]["membership.v1.MemberTaskGroup"][];
        };
        /** @description A queue: what it is, how much waits and since when. */
        "membership.v1.MemberTaskGroup": {
            /** @description application, transfer_to_confirm, transfer_to_accept, correction, import or export_approval. */
            kind: string;
            /** Format: int32 */
            count: number;
            oldestOn: string;
            /** @description The first known deadline among them; empty for none. */
            dueOn: string;
        };
        "membership.v1.BeginImportRequest": {
            unionId?: string;
            joinedOn?: string;
            fileName?: string;
            /** Format: int32 */
            sizeBytes?: number;
            /** @description Hex; what arrives must hash to it. */
            sha256?: string;
        };
        "membership.v1.ColumnMapping": {
            /**
             * Format: int32
             * @description From 1.
             */
            column: number;
            heading: string;
            /** @description A field of Person, or empty: not taken. */
            field: string;
        };
        "membership.v1.Import": {
            importId: string;
            unionId: string;
            unionName: string;
            joinedOn: string;
            fileName: string;
            /** @description UPLOADING, READING, READ, CHECKING, CHECKED, COMMITTING, DONE, UNDOING, UNDONE, CANCELLED or FAILED. */
            state: string;
            /** @description What is wrong where it FAILED: the code of a refusal. */
            failure: string;
            sheets: components["schemas"]["membership.v1.ImportSheet"][];
            sheet: string;
            /** Format: int32 */
            headerRow: number;
            columns: components["schemas"]["membership.v1.ColumnMapping"][];
            /** Format: int32 */
            parts: number;
            /** Format: int32 */
            partsReceived: number;
            /** Format: int32 */
            rows: number;
            /**
             * Format: int32
             * @description Rows gone through in the present state.
             */
            rowsDone: number;
            /** Format: int32 */
            rowsValid: number;
            /** Format: int32 */
            rowsRefused: number;
            /** Format: int32 */
            rowsUnchanged: number;
            /** Format: int32 */
            rowsJoined: number;
            createdAt: string;
            doneAt: string;
            undoUntil: string;
            /** Format: int32 */
            version: number;
            /** @description The account that brought the file, and how large that is. */
            createdBy: string;
            /** Format: int32 */
            sizeBytes: number;
        };
        "membership.v1.ImportSheet": {
            name: string;
            /** Format: int32 */
            rows: number;
            /**
             * Format: int32
             * @description The row found to hold the headings.
             */
            headerRow: number;
            columns: components["schemas"]["membership.v1.ColumnMapping"][];
            /** @description The first rows below the headings, as they are, for the person who maps them. */
            sample: components["schemas"]["membership.v1.ImportSampleRow"][];
        };
        "membership.v1.ImportSampleRow": {
            cells: string[];
        };
        "membership.v1.ImportList": {
            items: components["schemas"]["membership.v1.Import"][];
            nextCursor: string;
        };
        "membership.v1.ImportErrorList": {
            groups: components["schemas"]["membership.v1.ImportErrorGroup"][];
            items: components["schemas"]["membership.v1.ImportError"][];
            nextCursor: string;
        };
        "membership.v1.ImportErrorGroup": {
            code: string;
            field: string;
            /** Format: int32 */
            count: number;
            /** Format: int32 */
            firstRow: number;
        };
        "membership.v1.ImportError": {
            /**
             * Format: int32
             * @description The row in the sheet, from 1.
             */
            row: number;
            code: string;
            field: string;
            heldByUnionId: string;
        };
        "membership.v1.RequestExportRequest": {
            unionId?: string;
            state?: string;
            /** @description xlsx or csv. */
            format?: string;
            /** @description member_no, name, id_number, phone, joined_on, state, union or codes; masked fields come masked unless named whole_…. */
            fields?: string[];
            reasonCode?: string;
            reason?: string;
        };
        "membership.v1.Export": {
            exportId: string;
            unionId: string;
            format: string;
            fields: string[];
            reasonCode: string;
            reason: string;
            /** Format: int32 */
            rows: number;
            /** @description WAITING for a second person, READY, or EXPIRED. */
            state: string;
            requestedBy: string;
            requestedAt: string;
            approvedBy: string;
            expiresAt: string;
            /** Format: int32 */
            downloads: number;
            /** Format: int32 */
            version: number;
            unionName: string;
            memberState: string;
            /** @description Every union below the named one too. */
            allBelow: boolean;
        };
        "membership.v1.ExportList": {
            items: components["schemas"]["membership.v1.Export"][];
            nextCursor: string;
        };
        "organisation.v1.ApplyToEstablishRequest": {
            name?: string;
            level?: string;
            kind?: string;
            parentId?: string;
            industrialParentId?: string;
            /** @description GB/T 2260, six or nine digits. */
            regionCode?: string;
            hostName?: string;
            hostUscc?: string;
            unitType?: string;
            industry?: string;
            /** Format: int32 */
            hostEmployeeCount?: number;
            appliedOn?: string;
            applicationDocNo?: string;
            /** @description Employers covered by a joint or sector union. */
            covered?: components["schemas"]["organisation.v1.Employer"][];
        };
        "organisation.v1.Employer": {
            uscc: string;
            name: string;
            /** Format: int32 */
            employeeCount: number;
        };
        "organisation.v1.Establishment": {
            establishmentId: string;
            /** @description APPLIED, RETURNED, APPROVED, FOUNDED or ACTIVE. */
            state: string;
            /** @description Set once the union exists. */
            unionId: string;
            name: string;
            parentId: string;
            replyDocNo: string;
            returnReason: string;
            /** Format: int32 */
            version: number;
            appliedOn: string;
        };
        "organisation.v1.Ballot": {
            /** Format: int32 */
            entitled?: number;
            /** Format: int32 */
            present?: number;
            seats?: components["schemas"]["organisation.v1.Seat"][];
        };
        /** @description One candidate's result. */
        "organisation.v1.Seat": {
            /** @description chair, vice_chair, committee, audit_chair, audit, women. */
            role?: string;
            holderName?: string;
            /** Format: int32 */
            votes?: number;
            /** @description full_time, part_time, temporary or socialised. */
            appointment?: string;
        };
        "organisation.v1.EstablishmentList": {
            items: components["schemas"]["organisation.v1.Establishment"][];
            nextCursor: string;
        };
        "organisation.v1.EnrolUnionsRequest": {
            rows?: components["schemas"]["organisation.v1.UnionRow"][];
        };
        "organisation.v1.UnionRow": {
            /** @description Chosen by the caller (UUID), so that a repeated batch changes nothing. */
            unionId?: string;
            name?: string;
            level?: string;
            kind?: string;
            parentId?: string;
            industrialParentId?: string;
            regionCode?: string;
            uscc?: string;
            hostName?: string;
            hostUscc?: string;
            unitType?: string;
            industry?: string;
            /** Format: int32 */
            hostEmployeeCount?: number;
            establishedOn?: string;
            approvalDocNo?: string;
            /** Format: int32 */
            termNo?: number;
            /** Format: int32 */
            termYears?: number;
            termStart?: string;
        };
        "organisation.v1.EnrolUnionsResult": {
            /** Format: int32 */
            enrolled: number;
            /** Format: int32 */
            unchanged: number;
            refused: components["schemas"]["organisation.v1.RowRefusal"][];
        };
        "organisation.v1.RowRefusal": {
            /**
             * Format: int32
             * @description From 1, in the order of the request.
             */
            row: number;
            code: string;
            field: string;
        };
        "organisation.v1.UnitRow": {
            unitId?: string;
            name?: string;
            /** @description BRANCH or GROUP. */
            level?: string;
            establishedOn?: string;
        };
        "organisation.v1.AddUnitsResult": {
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            unchanged: number;
        };
        "organisation.v1.UnionVersion": {
            unionId: string;
            /** Format: int32 */
            version: number;
        };
        "organisation.v1.SplitUnionResult": {
            unionIds: string[];
        };
        "organisation.v1.Union": {
            unionId: string;
            name: string;
            level: string;
            kind: string;
            status: string;
            parentId: string;
            parentName: string;
            industrialParentId: string;
            regionCode: string;
            regionName: string;
            uscc: string;
            hostName: string;
            hostUscc: string;
            unitType: string;
            industry: string;
            /** Format: int32 */
            hostEmployeeCount: number;
            establishedOn: string;
            approvalDocNo: string;
            dissolvedOn: string;
            /** Format: int32 */
            termNo: number;
            termStart: string;
            termEnd: string;
            /** @description T180, T90, T30, T0, EXPIRED or NONE. */
            dueState: string;
            /** Format: int32 */
            childCount: number;
            covered: components["schemas"]["organisation.v1.Employer"][];
            officers: components["schemas"]["organisation.v1.Officer"][];
            /** Format: int32 */
            version: number;
        };
        "organisation.v1.Officer": {
            role: string;
            holderName: string;
            appointment: string;
            since: string;
        };
        "organisation.v1.UnionList": {
            items: components["schemas"]["organisation.v1.Union"][];
            nextCursor: string;
        };
        "organisation.v1.UnionHistory": {
            items: components["schemas"]["organisation.v1.UnionChange"][];
        };
        "organisation.v1.UnionChange": {
            effectiveOn: string;
            /** @description established, renamed, reparented, merged, split, closing, dissolved, election. */
            what: string;
            detail: string;
            recordedAt: string;
        };
        "organisation.v1.DueList": {
            items: components["schemas"]["organisation.v1.DueUnion"][];
            nextCursor: string;
            /** @description How many unions stand in each state, over the whole node. */
            counts: {
                [key: string]: number;
            };
        };
        "organisation.v1.DueUnion": {
            unionId: string;
            name: string;
            termEnd: string;
            dueState: string;
            /** Format: int32 */
            termNo: number;
            electionId: string;
            electionState: string;
        };
        "organisation.v1.RequestElectionRequest": {
            unionId?: string;
            requestedOn?: string;
            plannedOn?: string;
            /** Format: int32 */
            termYears?: number;
            /** Format: int32 */
            memberCount?: number;
            /** Format: int32 */
            committeeSeats?: number;
        };
        "organisation.v1.Election": {
            electionId: string;
            unionId: string;
            state: string;
            /** Format: int32 */
            termNo: number;
            plannedOn: string;
            heldOn: string;
            /** Format: int32 */
            entitled: number;
            /** Format: int32 */
            present: number;
            termStart: string;
            termEnd: string;
            failure: string;
            /** Format: int32 */
            version: number;
        };
        "organisation.v1.Candidate": {
            role?: string;
            name?: string;
            /** @description Close relatives of the employer's principal may not stand (trade union law art. 10). */
            relativeOfPrincipal?: boolean;
            /** @description Retained members have no vote and may not stand (election regulation art. 4). */
            retained?: boolean;
            appointment?: string;
        };
        "organisation.v1.RegionList": {
            items: components["schemas"]["organisation.v1.Region"][];
        };
        "organisation.v1.Region": {
            code: string;
            name: string;
            level: string;
        };
        "organisation.v1.Session": {
            /** @description Names the session; it opens nothing. Empty where there is none. */
            sessionId: string;
            accountId: string;
            accountNo: string;
            displayName: string;
            live: boolean;
            openedAt: string;
            expiresAt: string;
            /** @description The duties held today. */
            duties: components["schemas"]["organisation.v1.Duty"][];
        };
        "organisation.v1.SessionList": {
            items: components["schemas"]["organisation.v1.Session"][];
        };
        "organisation.v1.AccountList": {
            items: components["schemas"]["organisation.v1.Account"][];
            nextCursor: string;
        };
        "organisation.v1.Account": {
            accountId: string;
            accountNo: string;
            displayName: string;
            firstSeenAt: string;
            duties: components["schemas"]["organisation.v1.Duty"][];
        };
        "organisation.v1.GrantDutyRequest": {
            accountId?: string;
            /** @description clerk, chair, supervisor, finance, auditor, admin or member. */
            duty?: string;
            scopeUnionId?: string;
            /** @description Required for member: whose record it is. */
            memberId?: string;
            grantedOn?: string;
        };
        "organisation.v1.Duty": {
            dutyId: string;
            accountId: string;
            duty: string;
            scopeUnionId: string;
            scopeUnionName: string;
            memberId: string;
            grantedOn: string;
            endedOn: string;
            /** Format: int32 */
            version: number;
        };
        "organisation.v1.DutyList": {
            items: components["schemas"]["organisation.v1.Duty"][];
            nextCursor: string;
        };
        "organisation.v1.UnionTaskList": {
            groups: components["schemas"]["organisation.v1.UnionTaskGroup"][];
        };
        /** @description A queue: what it is, how much waits and since when. */
        "organisation.v1.UnionTaskGroup": {
            /** @description establishment_to_reply, establishment_to_approve, election_to_reply, election_to_review, election_to_approve, election_due or election_overdue. */
            kind: string;
            /** Format: int32 */
            count: number;
            oldestOn: string;
            /** @description The first deadline among them; empty for none. */
            dueOn: string;
        };
        /** @description One number: a version of a value, never a difference. For a stock the value is the net change of the month. */
        "sync.v1.Cell": {
            unionId: string;
            /** @description own or subtree. Never add the two. */
            scope: string;
            indicator: string;
            /** @description YYYY-MM. */
            period: string;
            /** @description Sorted key=value pairs joined by semicolons; empty for the total. */
            dims: string;
            /** Format: int64 */
            value: string;
            /** Format: int64 */
            version: string;
            /** @description Typed in by a node that has no records behind it. */
            declared: boolean;
        };
        /** @description A union that cells are reported for: a node's root union, or a township below it. */
        "sync.v1.ReportingUnion": {
            unionId: string;
            parentId: string;
            name: string;
            level: string;
            regionCode: string;
            /** @description The node that answers for it. */
            node: string;
            /** Format: int64 */
            version: string;
        };
        "sync.v1.IndicatorList": {
            items: components["schemas"]["sync.v1.Indicator"][];
        };
        "sync.v1.Indicator": {
            code: string;
            nameZh: string;
            nameEn: string;
            service: string;
            unit: string;
            /** @description flow or stock. */
            type: string;
            definition: string;
            dims: string[];
        };
        "sync.v1.Rollup": {
            union?: components["schemas"]["sync.v1.ReportingUnion"];
            period: string;
            /** @description The date whose tree was used. */
            treeOn: string;
            rows: components["schemas"]["sync.v1.RollupRow"][];
            parts: components["schemas"]["sync.v1.Part"][];
            /** @description False where the breakdown is held by another node; ask there. */
            hasParts: boolean;
        };
        "sync.v1.RollupRow": {
            indicator: string;
            dims: string;
            /** Format: int64 */
            own: string;
            /** Format: int64 */
            subtree: string;
            /** @description One value per entry of parts, in its order. */
            partValues: string[];
            /** @description Some of it was typed in, not counted. */
            declared: boolean;
            /** Format: int64 */
            version: string;
            /**
             * Format: int64
             * @description Facts that came after the period was closed and are not yet restated.
             */
            pending: string;
        };
        "sync.v1.Part": {
            union?: components["schemas"]["sync.v1.ReportingUnion"];
            /** @description When the part was last received; empty for a part this node counts itself. */
            receivedAt: string;
            /** Format: int64 */
            ageSeconds: string;
            stale: boolean;
            /** Format: int64 */
            position: string;
        };
        "sync.v1.Series": {
            points: components["schemas"]["sync.v1.SeriesPoint"][];
        };
        "sync.v1.SeriesPoint": {
            period: string;
            /** Format: int64 */
            own: string;
            /** Format: int64 */
            subtree: string;
        };
        "sync.v1.ContributorList": {
            items: components["schemas"]["sync.v1.Contributor"][];
            nextCursor: string;
        };
        "sync.v1.Contributor": {
            unionId: string;
            name: string;
            /** Format: int64 */
            value: string;
        };
        "sync.v1.DeclareFiguresRequest": {
            unionId?: string;
            figures?: components["schemas"]["sync.v1.DeclaredFigure"][];
            source?: string;
        };
        "sync.v1.DeclaredFigure": {
            indicator?: string;
            /** @description YYYY or YYYY-MM; a year's figure stands in its last month. */
            period?: string;
            dims?: string;
            /** Format: int64 */
            value?: string;
        };
        "sync.v1.DeclareFiguresResult": {
            /** Format: int32 */
            changed: number;
        };
        "sync.v1.Period": {
            period: string;
            /** @description open or closed. */
            state: string;
            closedAt: string;
            /**
             * Format: int32
             * @description Cells whose counted value differs from the closed one.
             */
            pendingCells: number;
            restatements: components["schemas"]["sync.v1.Restatement"][];
        };
        "sync.v1.Restatement": {
            at: string;
            reason: string;
            before?: components["schemas"]["sync.v1.Cell"];
            after?: components["schemas"]["sync.v1.Cell"];
        };
        "sync.v1.Links": {
            node: string;
            name: string;
            uplink?: components["schemas"]["sync.v1.Uplink"];
            downlinks: components["schemas"]["sync.v1.Downlink"][];
        };
        "sync.v1.Uplink": {
            superior: string;
            connected: boolean;
            /** Format: int64 */
            lastPosition: string;
            /** Format: int64 */
            sentPosition: string;
            /** Format: int64 */
            receiptedPosition: string;
            /**
             * Format: int64
             * @description Age of the oldest message without a receipt.
             */
            lagSeconds: string;
            /** @description Empty while well; otherwise what is wrong, such as a fork. */
            alarm: string;
        };
        "sync.v1.Downlink": {
            subordinate: string;
            name: string;
            /** Format: int64 */
            appliedPosition: string;
            receivedAt: string;
            /** Format: int64 */
            ageSeconds: string;
            stale: boolean;
        };
        "sync.v1.VerifyRequest": {
            /**
             * Format: int32
             * @description How long to wait for consumers to catch up first; at most 120.
             */
            waitSeconds?: number;
        };
        "sync.v1.Verification": {
            node: string;
            clean: boolean;
            /** @description False where consumers did not catch up in time. */
            settled: boolean;
            /** Format: int64 */
            cellsChecked: string;
            /** Format: int64 */
            recordsChecked: string;
            differences: components["schemas"]["sync.v1.CellDifference"][];
            /** @description The Merkle root of what this node has said upward, and of what each subordinate has said here. */
            upwardRoot: string;
            subordinateRoots: {
                [key: string]: string;
            };
            problems: string[];
            /** Format: int64 */
            upwardPosition: string;
            subordinatePositions: {
                [key: string]: string;
            };
        };
        "sync.v1.CellDifference": {
            unionId: string;
            scope: string;
            indicator: string;
            period: string;
            dims: string;
            /** Format: int64 */
            stored: string;
            /** Format: int64 */
            recounted: string;
            /** @description records, units, parts or link. */
            check: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    logIn: {
        parameters: {
            query?: {
                /** @description A path of this node to come back to. */
                return_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    finishLogIn: {
        parameters: {
            query?: {
                /** @description As the provider gave it. */
                code?: string;
                /** @description As it was sent. */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        logOutUrl: string | null;
                    };
                };
            };
        };
    };
    chooseDuty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dutyId: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    listProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ProblemCode"][];
                    };
                };
            };
        };
    };
    getNode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Node"];
                };
            };
        };
    };
    watchChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events named cell.changed; the data of each is a CellChanged. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listChart: {
        parameters: {
            query?: {
                /** @description GRASSROOTS or COUNTY; empty for both. */
                accountSet?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Chart"];
                };
            };
        };
    };
    listBooks: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.BookList"];
                };
            };
        };
    };
    listVouchers: {
        parameters: {
            query?: {
                /** @description YYYY-MM; empty for all. */
                period?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.VoucherList"];
                };
            };
        };
    };
    postVoucher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    eventOn?: string;
                    /** @description YYYY-MM; empty for that of event_on, or the first open one after it. */
                    period?: string;
                    /** @description Names no person. */
                    summary?: string;
                    docKind?: string;
                    docId?: string;
                    /** @description SHA-256 of the document, 64 hexadecimal digits; empty for none. */
                    docHash?: string;
                    legs?: components["schemas"]["finance.v1.VoucherLeg"][];
                    moves?: components["schemas"]["finance.v1.VoucherMove"][];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.VoucherNumber"];
                };
            };
        };
    };
    reverseVoucher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
                no: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    eventOn?: string;
                    period?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.VoucherNumber"];
                };
            };
        };
    };
    getVoucher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Voucher"];
                };
            };
        };
    };
    getLedger: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                unionId: string;
                accountNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.LedgerPage"];
                };
            };
        };
    };
    getTrialBalance: {
        parameters: {
            query?: {
                period?: string;
                /** @description As of a business date within the period; empty for its end. */
                onDate?: string;
                /** @description As it was known at an instant (RFC 3339); empty for now. */
                knownAt?: string;
            };
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.TrialBalance"];
                };
            };
        };
    };
    getStatement: {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path: {
                unionId: string;
                /** @description 01 or 02. */
                report: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Statement"];
                };
            };
        };
    };
    closeBookPeriod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.BookPeriod"];
                };
            };
        };
    };
    reopenBookPeriod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.BookPeriod"];
                };
            };
        };
    };
    closeYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.YearClosed"];
                };
            };
        };
    };
    verifyLedger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.LedgerVerification"];
                };
            };
        };
    };
    exportAuditPackage: {
        parameters: {
            query?: {
                /** @description Empty for every book in reach. */
                unionId?: string;
                /** @description What it is taken for; no names. */
                reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, sent as it is made. A connection that breaks off is no whole file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    exportBook: {
        parameters: {
            query?: {
                /** @description Fiscal year; 0 for all. */
                year?: number;
                /** @description VOUCHERS or BALANCES (csv), JOURNAL (hledger). */
                listing?: string;
            };
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, sent as it is made. A connection that breaks off is no whole file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    getAuditKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AuditKey"];
                };
            };
        };
    };
    listSplitProfiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.SplitProfileList"];
                };
            };
        };
    };
    setSplitProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.SetSplitProfileRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.SplitProfile"];
                };
            };
        };
    };
    listCollections: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.CollectionList"];
                };
            };
        };
    };
    beginCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.BeginCollectionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Collection"];
                };
            };
        };
    };
    putCollectionPart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collectionId: string;
                /** @description From 1. */
                partNo: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    content?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Collection"];
                };
            };
        };
    };
    readCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collectionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Collection"];
                };
            };
        };
    };
    postCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collectionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Collection"];
                };
            };
        };
    };
    cancelCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collectionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Collection"];
                };
            };
        };
    };
    getCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Collection"];
                };
            };
        };
    };
    listCollectionExceptions: {
        parameters: {
            query?: {
                /** @description Of one file; empty: of all. */
                collectionId?: string;
                /** @description Only those of one cause; empty: of all. */
                code?: string;
                /** @description WAITING, or what was decided: ASSIGNED, PREPARATORY or REJECTED; empty: WAITING. */
                state?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.CollectionExceptionList"];
                };
            };
        };
    };
    resolveException: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exceptionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description assign, preparatory or reject. */
                    decision?: string;
                    /** @description Where it is assigned. */
                    unionId?: string;
                    reason?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.CollectionException"];
                };
            };
        };
    };
    recordSelfPayment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.RecordSelfPaymentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Receipt"];
                };
            };
        };
    };
    recordFiscalPayment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.RecordFiscalPaymentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Receipt"];
                };
            };
        };
    };
    recordDues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.RecordDuesRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.DuesRecord"];
                };
            };
        };
    };
    workOutAllowance: {
        parameters: {
            query?: {
                /** @description ON_THE_JOB or RETIRED. */
                kind?: string;
                /** @description The own income of a month, on average. */
                incomeFen?: string;
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AllowanceWork"];
                };
            };
        };
    };
    listReceipts: {
        parameters: {
            query?: {
                unionId?: string;
                /** @description TAX_COLLECT, SELF_PAY, FISCAL or PREP; empty: all. */
                mode?: string;
                payerUscc?: string;
                slipNo?: string;
                receivedFrom?: string;
                receivedTo?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.ReceiptList"];
                };
            };
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Receipt"];
                };
            };
        };
    };
    getFundReport: {
        parameters: {
            query?: {
                /** @description MODE, LEVEL or UNION. */
                grouping?: string;
                /** @description Of unions only: the others are few. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.FundReport"];
                };
            };
        };
    };
    reverseReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Receipt"];
                };
            };
        };
    };
    listRefunds: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.RefundList"];
                };
            };
        };
    };
    runRefund: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.RunRefundRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Refund"];
                };
            };
        };
    };
    reviewRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    removals?: components["schemas"]["finance.v1.RefundRemoval"][];
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Refund"];
                };
            };
        };
    };
    publishRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description Of a list taken over from old records: the day on which this was done; else empty. */
                    doneOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Refund"];
                };
            };
        };
    };
    approveRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description Of a list taken over from old records: the day on which this was done; else empty. */
                    doneOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Refund"];
                };
            };
        };
    };
    payRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description The account it is paid from, by the name that the books know it by. */
                    bank?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Refund"];
                };
            };
        };
    };
    cancelRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description Of a list taken over from old records: the day on which this was done; else empty. */
                    doneOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Refund"];
                };
            };
        };
    };
    getRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Refund"];
                };
            };
        };
    };
    listRefundLines: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.RefundLineList"];
                };
            };
        };
    };
    listBudget: {
        parameters: {
            query?: {
                unionId?: string;
                fiscalYear?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Budget"];
                };
            };
        };
    };
    setBudgetLine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.SetBudgetLineRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.BudgetLine"];
                };
            };
        };
    };
    approveBudgetLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lineId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.BudgetLine"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query?: {
                /** @description Empty: all in reach. */
                unionId?: string;
                state?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.PaymentList"];
                };
            };
        };
    };
    requestPayment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.RequestPaymentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Payment"];
                };
            };
        };
    };
    checkPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Payment"];
                };
            };
        };
    };
    approvePayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description The minutes of the collective decision, above the threshold. */
                    decisionNo?: string;
                    decisionOn?: string;
                    /** @description Of the document, 64 hexadecimal digits. */
                    decisionSha256?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Payment"];
                };
            };
        };
    };
    rejectPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Payment"];
                };
            };
        };
    };
    exportPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Payment"];
                };
            };
        };
    };
    getPaymentFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, sent as it is made. A connection that breaks off is no whole file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    sendPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Payment"];
                };
            };
        };
    };
    recordBankResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fileName?: string;
                    /** @description csv or xlsx: batch_no, seq, amount_fen, status (success or fail), bank_serial, paid_on, failure_code. */
                    content?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Payment"];
                };
            };
        };
    };
    reissuePayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    lines?: components["schemas"]["finance.v1.ReissueLine"][];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Payment"];
                };
            };
        };
    };
    closePayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Why lines that failed are not reissued, where there are any. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Payment"];
                };
            };
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.PaymentDetail"];
                };
            };
        };
    };
    listEarmarkedFunds: {
        parameters: {
            query?: {
                unionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.EarmarkedFundList"];
                };
            };
        };
    };
    listBankAccounts: {
        parameters: {
            query?: {
                unionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.BankAccountList"];
                };
            };
        };
    };
    setBankAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.SetBankAccountRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.BankAccount"];
                };
            };
        };
    };
    importBankStatement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.ImportBankStatementRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.BankReconciliation"];
                };
            };
        };
    };
    matchBankLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lineId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description In the book of the union whose statement it is. */
                    voucherNos?: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.MatchedBankLine"];
                };
            };
        };
    };
    getBankReconciliation: {
        parameters: {
            query?: {
                unionId?: string;
                bank?: string;
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.BankReconciliation"];
                };
            };
        };
    };
    listFinanceTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.FinanceTaskList"];
                };
            };
        };
    };
    getMoneyFlows: {
        parameters: {
            query?: {
                unionId?: string;
                fiscalYear?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.MoneyFlows"];
                };
            };
        };
    };
    listFlowVouchers: {
        parameters: {
            query?: {
                unionId?: string;
                fiscalYear?: number;
                fromKind?: string;
                fromPart?: string;
                toKind?: string;
                toPart?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.FlowVoucherList"];
                };
            };
        };
    };
    listGrantRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.GrantRuleList"];
                };
            };
        };
    };
    setGrantRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.SetGrantRuleRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.GrantRule"];
                };
            };
        };
    };
    decideGrantRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    approve?: boolean;
                    /** @description Why not; empty for an approval. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.GrantRule"];
                };
            };
        };
    };
    listGrantLists: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.GrantListPage"];
                };
            };
        };
    };
    generateGrantList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.GenerateGrantListRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.GrantList"];
                };
            };
        };
    };
    approveGrantList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.GrantList"];
                };
            };
        };
    };
    getGrantList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.GrantList"];
                };
            };
        };
    };
    listGrants: {
        parameters: {
            query?: {
                /** @description Empty: all. */
                state?: string;
                ruleCode?: string;
                listId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.GrantPage"];
                };
            };
        };
    };
    draftGrant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.DraftGrantRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Grant"];
                };
            };
        };
    };
    amendGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** Format: int64 */
                    appliedFen?: string;
                    /**
                     * Format: int32
                     * @description Of MATCHED: what the recipient adds, of the whole.
                     */
                    matchingBp?: number;
                    /** @description A studio or a team of the union; empty for the union itself. */
                    beneficiary?: string;
                    /** @description VENUE, STUDIO, TEAM, COMPETITION, HONOUR or PROJECT, and its id where it is kept. */
                    recordKind?: string;
                    recordId?: string;
                    /** @description Of the document that accepted the result. */
                    acceptanceSha256?: string;
                    documents?: components["schemas"]["finance.v1.GrantDocument"][];
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Grant"];
                };
            };
        };
    };
    submitGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Grant"];
                };
            };
        };
    };
    withdrawGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Grant"];
                };
            };
        };
    };
    reviewGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description ACCEPTED, RETURNED or REFUSED. */
                    answer?: string;
                    /**
                     * Format: int64
                     * @description Of what is accepted: how much, at most what was applied for.
                     */
                    grantedFen?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Grant"];
                };
            };
        };
    };
    approveGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description APPROVED, RETURNED or REFUSED. */
                    answer?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Grant"];
                };
            };
        };
    };
    payGrants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.PayGrantsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.GrantPayout"];
                };
            };
        };
    };
    reportGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** Format: int64 */
                    usedFen?: string;
                    /** Format: int64 */
                    unspentFen?: string;
                    /** Format: int64 */
                    matchedFen?: string;
                    reportSha256?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Grant"];
                };
            };
        };
    };
    getGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Grant"];
                };
            };
        };
    };
    listSettlements: {
        parameters: {
            query?: {
                /** @description OUT or IN; empty for both. */
                direction?: string;
                /** @description Only those whose other leg is missing or disputed. */
                unmatched?: boolean;
                neighbour?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.SettlementList"];
                };
            };
        };
    };
    proposeSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.ProposeSettlementRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Settlement"];
                };
            };
        };
    };
    approveSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description The day of the bank's debit. */
                    sentOn?: string;
                    /** @description Of a large transfer downward: the collective decision. In an emergency it may follow. */
                    decisionNo?: string;
                    decisionOn?: string;
                    decisionSha256?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Settlement"];
                };
            };
        };
    };
    withdrawSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Settlement"];
                };
            };
        };
    };
    receiveSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description The day of the bank's credit. */
                    receivedOn?: string;
                    /** Format: int64 */
                    receivedFen?: string;
                    bank?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Settlement"];
                };
            };
        };
    };
    disputeSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    disputedOn?: string;
                    /** @description AMOUNT_DIFFERS, NOT_ARRIVED or WRONG_ACCOUNT. */
                    reasonCode?: string;
                    /**
                     * Format: int64
                     * @description What did arrive; 0 for nothing.
                     */
                    receivedFen?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Settlement"];
                };
            };
        };
    };
    returnSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    returnedOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Settlement"];
                };
            };
        };
    };
    getSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Settlement"];
                };
            };
        };
    };
    listAssets: {
        parameters: {
            query?: {
                unionId?: string;
                /** @description Empty for every state. */
                state?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AssetList"];
                };
            };
        };
    };
    registerAsset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.RegisterAssetRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Asset"];
                };
            };
        };
    };
    approveAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Asset"];
                };
            };
        };
    };
    withdrawAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Asset"];
                };
            };
        };
    };
    moveAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    place?: string;
                    /** @description Empty: who answers for it stays the same. */
                    custodian?: string;
                    usage?: string;
                    /** @description Whether it lies unused. */
                    idle?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Asset"];
                };
            };
        };
    };
    proposeAssetDisposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description SCRAPPED, SOLD, GIVEN or LOST. */
                    disposalKind?: string;
                    reason?: string;
                    documentNo?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Asset"];
                };
            };
        };
    };
    decideAssetDisposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    agreed?: boolean;
                    /** @description The day it leaves; the month is not depreciated any more. */
                    disposedOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Asset"];
                };
            };
        };
    };
    depreciateAssets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.DepreciateAssetsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AssetDepreciation"];
                };
            };
        };
    };
    getAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Asset"];
                };
            };
        };
    };
    listAssetCounts: {
        parameters: {
            query?: {
                unionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AssetCountList"];
                };
            };
        };
    };
    openAssetCount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.OpenAssetCountRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AssetCount"];
                };
            };
        };
    };
    recordAssetCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                countId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    results?: components["schemas"]["finance.v1.AssetCountResult"][];
                    /** @description What is there and on no card. */
                    surplus?: components["schemas"]["finance.v1.AssetSurplus"][];
                    /** @description Nothing is left to look for: differences are posted, and wait for a second person. */
                    finished?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AssetCount"];
                };
            };
        };
    };
    decideAssetCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                countId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description Otherwise what was posted is taken back, and the cards are as they were. */
                    agreed?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AssetCount"];
                };
            };
        };
    };
    getAssetCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                countId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AssetCount"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                unionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.ProjectList"];
                };
            };
        };
    };
    openProject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.OpenProjectRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Project"];
                };
            };
        };
    };
    reportProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /**
                     * Format: int32
                     * @description In hundredths of a per cent.
                     */
                    progressBasisPoints?: number;
                    reportedOn?: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Project"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Project"];
                };
            };
        };
    };
    tieBudgetLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lineId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description As the plan numbers it; empty unties the line. */
                    planItemId?: string;
                    planItemTitle?: string;
                    /** Format: int32 */
                    headcountTarget?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.BudgetLine"];
                };
            };
        };
    };
    decideEmergency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    decisionNo?: string;
                    decisionOn?: string;
                    decisionSha256?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Settlement"];
                };
            };
        };
    };
    reportSettlementUse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Settlement"];
                };
            };
        };
    };
    traceMoney: {
        parameters: {
            query?: {
                /** @description BACK: where it came from. FORWARD: where it went. */
                direction?: string;
                /** @description One of these four: a voucher, all its moves or the one with that number; a receipt; a paid line; a pot. */
                voucherNo?: string;
                moveN?: number;
                receiptId?: string;
                lineId?: string;
                potKind?: string;
                potKey?: string;
                potBank?: string;
                /** @description From how many fen of it to how many; 0 for all. */
                fromFen?: string;
                toFen?: string;
                /** @description Moves a step. */
                limit?: number;
            };
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.MoneyTrace"];
                };
            };
        };
    };
    getMoneyEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.MoneyEvidence"];
                };
            };
        };
    };
    listAudits: {
        parameters: {
            query?: {
                /** @description Empty for all in reach. */
                unionId?: string;
                state?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AuditList"];
                };
            };
        };
    };
    planAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.PlanAuditRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Audit"];
                };
            };
        };
    };
    notifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    notifiedOn?: string;
                    /** @description At least as many days later as the notice takes. */
                    entryOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Audit"];
                };
            };
        };
    };
    enterAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    enteredOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Audit"];
                };
            };
        };
    };
    addWorkingPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title?: string;
                    auditProcedure?: string;
                    conclusion?: string;
                    /** @description Of the paper itself, 64 hexadecimal digits; empty for none. */
                    documentSha256?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.WorkingPaper"];
                };
            };
        };
    };
    drawSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description VOUCHER or PAYMENT_LINE. */
                    subject?: string;
                    /** @description RANDOM, TOP_N or ALL_ABOVE. */
                    method?: string;
                    /**
                     * Format: int32
                     * @description Of RANDOM and TOP_N.
                     */
                    size?: number;
                    /**
                     * Format: int64
                     * @description Of ALL_ABOVE.
                     */
                    thresholdFen?: string;
                    /** @description Of RANDOM: the same seed draws the same sample from the same population; empty for a new one. */
                    seed?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AuditSample"];
                };
            };
        };
    };
    listSampleItems: {
        parameters: {
            query?: {
                /** @description The place of the last item that was seen. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                auditId: string;
                sampleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.SampleItemList"];
                };
            };
        };
    };
    runScan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description DUPLICATE_PAYEE, DUPLICATE_ACCOUNT, DUPLICATE_DOCUMENT, SPLIT_UNDER_LIMIT, WEEKEND_POSTING, ROUND_AMOUNT, OVER_STANDARD, NOT_ON_FILE, NO_PUBLICITY, EMERGENCY_UNDECIDED or BENFORD. */
                    rule?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AuditScan"];
                };
            };
        };
    };
    listScanHits: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                auditId: string;
                scanId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.ScanHitList"];
                };
            };
        };
    };
    raiseFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description One of the table of categories. */
                    category?: string;
                    title?: string;
                    /**
                     * Format: int64
                     * @description 0 where it is not about an amount, or is that of the hit.
                     */
                    amountFen?: string;
                    /** @description The rule that was not kept. */
                    clause?: string;
                    cause?: string;
                    /** @description An office or post, never a person. */
                    responsiblePost?: string;
                    suggestion?: string;
                    /** @description The hit that it comes from; empty for none. */
                    hitId?: string;
                    /** @description Empty for today. */
                    raisedOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Finding"];
                };
            };
        };
    };
    draftAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    draftedOn?: string;
                    summary?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Audit"];
                };
            };
        };
    };
    commentAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    commentedOn?: string;
                    /** @description What the audited side says of the draft. */
                    comment?: string;
                    documentSha256?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Audit"];
                };
            };
        };
    };
    reportAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    reportedOn?: string;
                    opinion?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Audit"];
                };
            };
        };
    };
    decideAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    decidedOn?: string;
                    decisionNo?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Audit"];
                };
            };
        };
    };
    closeAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    closedOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Audit"];
                };
            };
        };
    };
    cancelAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Audit"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AuditFile"];
                };
            };
        };
    };
    getAuditReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auditId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, sent as it is made. A connection that breaks off is no whole file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    notifyFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    notifiedOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Finding"];
                };
            };
        };
    };
    planRectification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    plan?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Finding"];
                };
            };
        };
    };
    acceptRectificationPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Finding"];
                };
            };
        };
    };
    submitEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    note?: string;
                    /** @description Of each document, 64 hexadecimal digits. */
                    evidenceSha256?: string[];
                    /**
                     * Format: int64
                     * @description What was corrected so far, in all.
                     */
                    recoveredFen?: string;
                    /** Format: int64 */
                    adjustedFen?: string;
                    /** Format: int64 */
                    returnedFen?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Finding"];
                };
            };
        };
    };
    verifyFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description Otherwise it goes back to the audited side. */
                    accepted?: boolean;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Finding"];
                };
            };
        };
    };
    closeFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    closedOn?: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Finding"];
                };
            };
        };
    };
    escalateFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description SUPERIOR or DISCIPLINE. */
                    escalatedTo?: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Finding"];
                };
            };
        };
    };
    getFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Finding"];
                };
            };
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** @description Empty for all in reach. */
                auditId?: string;
                /** @description One of the states, or OVERDUE. */
                state?: string;
                cursor?: string;
                limit?: number;
                /** @description The inspection round that it comes from; empty for all. */
                roundId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.FindingList"];
                };
            };
        };
    };
    listInspections: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.InspectionList"];
                };
            };
        };
    };
    planInspection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.PlanInspectionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.InspectionFile"];
                };
            };
        };
    };
    recordInspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roundId: string;
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    inspectedOn?: string;
                    /** @description QUALIFIED, MOSTLY or UNQUALIFIED; each with what was seen. */
                    organisingResult?: string;
                    organisingNote?: string;
                    moneyResult?: string;
                    moneyNote?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.InspectionFile"];
                };
            };
        };
    };
    raiseInspectionFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roundId: string;
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description One of the table of categories. */
                    category?: string;
                    title?: string;
                    /** Format: int64 */
                    amountFen?: string;
                    clause?: string;
                    cause?: string;
                    /** @description An office or post, never a person. */
                    responsiblePost?: string;
                    suggestion?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Finding"];
                };
            };
        };
    };
    getInspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.InspectionFile"];
                };
            };
        };
    };
    listSpendingAlerts: {
        parameters: {
            query?: {
                /** @description Empty for all in reach. */
                unionId?: string;
                /** @description One kind, or empty for all. */
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.SpendingAlertList"];
                };
            };
        };
    };
    listChecklists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.ChecklistList"];
                };
            };
        };
    };
    setChecklist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.SetChecklistRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Checklist"];
                };
            };
        };
    };
    listAssessments: {
        parameters: {
            query?: {
                /** @description Empty for all in reach. */
                unionId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.AssessmentList"];
                };
            };
        };
    };
    submitAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["finance.v1.SubmitAssessmentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Assessment"];
                };
            };
        };
    };
    reviewAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assessmentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                    /** @description One of each item that was claimed. */
                    scores?: components["schemas"]["finance.v1.AssessmentScore"][];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Assessment"];
                };
            };
        };
    };
    getAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assessmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance.v1.Assessment"];
                };
            };
        };
    };
    applyToJoin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["membership.v1.ApplyToJoinRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Membership"];
                };
            };
        };
    };
    approveApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    approvedOn?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Membership"];
                };
            };
        };
    };
    rejectApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Membership"];
                };
            };
        };
    };
    joinBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["membership.v1.JoinBatchRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.JoinBatchResult"];
                };
            };
        };
    };
    createJoinLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["membership.v1.CreateJoinLinkRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.JoinLink"];
                };
            };
        };
    };
    openJoinLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.JoinLink"];
                };
            };
        };
    };
    retainMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    effectiveOn?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Membership"];
                };
            };
        };
    };
    reactivateMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    effectiveOn?: string;
                    /** @description Empty: the union that retained the membership. */
                    unionId?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Membership"];
                };
            };
        };
    };
    endMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description left, deemed_left, expelled or deceased. */
                    how?: string;
                    effectiveOn?: string;
                    /** @description The committee's decision; required for deemed_left and expelled. */
                    decisionDocNo?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Membership"];
                };
            };
        };
    };
    listTransfers: {
        parameters: {
            query?: {
                /** @description Open ones where empty. */
                state?: string;
                cursor?: string;
                limit?: number;
                /** @description to_confirm: those that leave the reader's reach and wait for its consent; to_accept: those that arrive in it and wait to be taken in. Exactly what ListMemberTasks counts as transfer_to_confirm and transfer_to_accept. Empty for both sides, whether they wait or not. */
                waiting?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.TransferList"];
                };
            };
        };
    };
    requestTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["membership.v1.RequestTransferRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Transfer"];
                };
            };
        };
    };
    confirmTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Transfer"];
                };
            };
        };
    };
    acceptTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Transfer"];
                };
            };
        };
    };
    refuseTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Transfer"];
                };
            };
        };
    };
    withdrawTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Transfer"];
                };
            };
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Member"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                unionId?: string;
                state?: string;
                memberNo?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.MemberList"];
                };
            };
        };
    };
    countMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.MemberCount"];
                };
            };
        };
    };
    findMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["membership.v1.FindMembersRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.MemberList"];
                };
            };
        };
    };
    identifyMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["membership.v1.IdentifyMemberRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.IdentifiedMember"];
                };
            };
        };
    };
    revealMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description name, id_number, phone or birth_date. */
                    fields?: string[];
                    /** @description verification, contact, correction, benefit, audit or complaint. */
                    reasonCode?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.RevealedMember"];
                };
            };
        };
    };
    listMemberAccess: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.AccessLog"];
                };
            };
        };
    };
    getMyRecord: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.MyRecord"];
                };
            };
        };
    };
    listMyAccess: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.AccessLog"];
                };
            };
        };
    };
    requestCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["membership.v1.RequestCorrectionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Correction"];
                };
            };
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                state?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.CorrectionList"];
                };
            };
        };
    };
    decideCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                correctionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    accept?: boolean;
                    /** @description Required to refuse. */
                    reason?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Correction"];
                };
            };
        };
    };
    listMemberTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.MemberTaskList"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.ImportList"];
                };
            };
        };
    };
    beginImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["membership.v1.BeginImportRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Import"];
                };
            };
        };
    };
    putImportPart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
                /** @description From 1. */
                partNo: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    content?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Import"];
                };
            };
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Import"];
                };
            };
        };
    };
    mapImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    sheet?: string;
                    /**
                     * Format: int32
                     * @description From 1: the row that holds the headings.
                     */
                    headerRow?: number;
                    columns?: components["schemas"]["membership.v1.ColumnMapping"][];
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Import"];
                };
            };
        };
    };
    commitImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Import"];
                };
            };
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Import"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Import"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Import"];
                };
            };
        };
    };
    listImportErrors: {
        parameters: {
            query?: {
                /** @description Only rows refused for this; empty: the first of each cause. */
                code?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.ImportErrorList"];
                };
            };
        };
    };
    getImportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, sent as it is made. A connection that breaks off is no whole file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    getImportErrorWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, sent as it is made. A connection that breaks off is no whole file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.ExportList"];
                };
            };
        };
    };
    requestExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["membership.v1.RequestExportRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Export"];
                };
            };
        };
    };
    approveExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["membership.v1.Export"];
                };
            };
        };
    };
    getExportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, sent as it is made. A connection that breaks off is no whole file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    listEstablishments: {
        parameters: {
            query?: {
                state?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.EstablishmentList"];
                };
            };
        };
    };
    applyToEstablish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["organisation.v1.ApplyToEstablishRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Establishment"];
                };
            };
        };
    };
    replyToEstablishment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                establishmentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    approve?: boolean;
                    /** @description The number of the reply document (批复文号); required to approve. */
                    replyDocNo?: string;
                    repliedOn?: string;
                    returnReason?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Establishment"];
                };
            };
        };
    };
    reportFounding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                establishmentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    heldOn?: string;
                    /** Format: int32 */
                    termYears?: number;
                    /** Format: int32 */
                    memberCount?: number;
                    ballot?: components["schemas"]["organisation.v1.Ballot"];
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Establishment"];
                };
            };
        };
    };
    approveFounding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                establishmentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    replyDocNo?: string;
                    approvedOn?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Establishment"];
                };
            };
        };
    };
    enrolUnions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["organisation.v1.EnrolUnionsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.EnrolUnionsResult"];
                };
            };
        };
    };
    addUnits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    rows?: components["schemas"]["organisation.v1.UnitRow"][];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.AddUnitsResult"];
                };
            };
        };
    };
    renameUnion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    effectiveOn?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionVersion"];
                };
            };
        };
    };
    reparentUnion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    parentId?: string;
                    effectiveOn?: string;
                    replyDocNo?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionVersion"];
                };
            };
        };
    };
    setIndustrialParent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Empty: no industrial parent from the date on. */
                    industrialParentId?: string;
                    effectiveOn?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionVersion"];
                };
            };
        };
    };
    mergeUnions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                intoUnionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    unionIds?: string[];
                    effectiveOn?: string;
                    replyDocNo?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionVersion"];
                };
            };
        };
    };
    splitUnion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    parts?: components["schemas"]["organisation.v1.UnionRow"][];
                    effectiveOn?: string;
                    replyDocNo?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.SplitUnionResult"];
                };
            };
        };
    };
    beginClosing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionVersion"];
                };
            };
        };
    };
    dissolveUnion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    effectiveOn?: string;
                    replyDocNo?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionVersion"];
                };
            };
        };
    };
    coverEmployer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    employer?: components["schemas"]["organisation.v1.Employer"];
                    startedOn?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionVersion"];
                };
            };
        };
    };
    uncoverEmployer: {
        parameters: {
            query?: {
                endedOn?: string;
                expectedVersion?: number;
            };
            header?: never;
            path: {
                unionId: string;
                employerUscc: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionVersion"];
                };
            };
        };
    };
    registerLegalPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    uscc?: string;
                    certificateNo?: string;
                    registeredOn?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionVersion"];
                };
            };
        };
    };
    getUnion: {
        parameters: {
            query?: {
                asOf?: string;
            };
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Union"];
                };
            };
        };
    };
    listUnions: {
        parameters: {
            query?: {
                parentId?: string;
                /** @description Part of a name, or a whole unified social credit code. */
                search?: string;
                level?: string;
                status?: string;
                asOf?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionList"];
                };
            };
        };
    };
    getUnionHistory: {
        parameters: {
            query?: {
                asOf?: string;
            };
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionHistory"];
                };
            };
        };
    };
    listDue: {
        parameters: {
            query?: {
                /** @description One state, DUE for all from T180 to T0, or empty for all that are due or expired. */
                dueState?: string;
                asOf?: string;
                cursor?: string;
                limit?: number;
                /** @description Only unions whose election under way stands so, whenever their terms end. */
                electionState?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.DueList"];
                };
            };
        };
    };
    requestElection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["organisation.v1.RequestElectionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Election"];
                };
            };
        };
    };
    replyToElectionRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                electionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    approve?: boolean;
                    replyDocNo?: string;
                    repliedOn?: string;
                    returnReason?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Election"];
                };
            };
        };
    };
    proposeCandidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                electionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    candidates?: components["schemas"]["organisation.v1.Candidate"][];
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Election"];
                };
            };
        };
    };
    reviewCandidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                electionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reviewedOn?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Election"];
                };
            };
        };
    };
    publishCandidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                electionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    publishedOn?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Election"];
                };
            };
        };
    };
    recordElectionMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                electionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    heldOn?: string;
                    ballot?: components["schemas"]["organisation.v1.Ballot"];
                    /**
                     * Format: int32
                     * @description Retained members on the voters' list; any makes the list invalid.
                     */
                    retainedOnList?: number;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Election"];
                };
            };
        };
    };
    reportElectionResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                electionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reportedOn?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Election"];
                };
            };
        };
    };
    approveElectionResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                electionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    replyDocNo?: string;
                    approvedOn?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Election"];
                };
            };
        };
    };
    postponeElection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                electionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    until?: string;
                    replyDocNo?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Election"];
                };
            };
        };
    };
    getElection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                electionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Election"];
                };
            };
        };
    };
    listRegions: {
        parameters: {
            query?: {
                parentCode?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.RegionList"];
                };
            };
        };
    };
    listMySessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.SessionList"];
                };
            };
        };
    };
    endMySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Session"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description The number an account shows at its first log-in, or empty for all. */
                accountNo?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.AccountList"];
                };
            };
        };
    };
    listDuties: {
        parameters: {
            query?: {
                unionId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.DutyList"];
                };
            };
        };
    };
    grantDuty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["organisation.v1.GrantDutyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Duty"];
                };
            };
        };
    };
    revokeDuty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dutyId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    /** Format: int32 */
                    expectedVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.Duty"];
                };
            };
        };
    };
    listUnionTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organisation.v1.UnionTaskList"];
                };
            };
        };
    };
    listIndicators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sync.v1.IndicatorList"];
                };
            };
        };
    };
    getRollup: {
        parameters: {
            query?: {
                /** @description Empty: the node's root union. */
                unionId?: string;
                /** @description YYYY or YYYY-MM. */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sync.v1.Rollup"];
                };
            };
        };
    };
    getSeries: {
        parameters: {
            query?: {
                unionId?: string;
                indicator?: string;
                dims?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sync.v1.Series"];
                };
            };
        };
    };
    listContributors: {
        parameters: {
            query?: {
                unionId?: string;
                indicator?: string;
                dims?: string;
                period?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sync.v1.ContributorList"];
                };
            };
        };
    };
    declareFigures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["sync.v1.DeclareFiguresRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sync.v1.DeclareFiguresResult"];
                };
            };
        };
    };
    closePeriod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description YYYY. */
                period: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sync.v1.Period"];
                };
            };
        };
    };
    restatePeriod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sync.v1.Period"];
                };
            };
        };
    };
    getPeriod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sync.v1.Period"];
                };
            };
        };
    };
    getLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sync.v1.Links"];
                };
            };
        };
    };
    verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["sync.v1.VerifyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["sync.v1.Verification"];
                };
            };
        };
    };
}
