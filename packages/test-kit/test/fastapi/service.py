"""A program on FastAPI with the ticket service's routes and models, in the spec's order. It holds every
ticket that it is asked for: what is recorded of it is how it judges requests.
"""

import platform
from typing import Annotated, Optional

import fastapi
import pydantic
import starlette
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query
from fastapi.security import APIKeyCookie, OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pydantic import UUID4, BaseModel

VERSIONS = f"FastAPI {fastapi.__version__}, pydantic {pydantic.__version__}, Python {platform.python_version()}"
STARLETTE = starlette.__version__

router = APIRouter()
bearer = OAuth2PasswordBearer(tokenUrl="auth/jwt/login", auto_error=False)
cookie = APIKeyCookie(name="msb", auto_error=False)


def caller(token: Annotated[Optional[str], Depends(bearer)], key: Annotated[Optional[str], Depends(cookie)]):
    if token != "demo-token" and key != "demo-cookie":
        raise HTTPException(401)


class TicketCreate(BaseModel):
    category: Optional[str] = None
    description: str
    resolved: bool = False
    s3_object: Optional[str] = None
    site_live_id: Optional[UUID4] = None
    subject: str
    team_id: UUID4


class TicketUpdate(BaseModel):
    openai_custom_instructions: Optional[str] = None


class TicketReplyCreate(BaseModel):
    description: Optional[str] = None
    is_gpt_chat_message: Optional[bool] = False
    resolve: Optional[bool] = None


@router.post("/auth/jwt/login")
def login(form: OAuth2PasswordRequestForm = Depends()):
    raise HTTPException(400, "LOGIN_BAD_CREDENTIALS")


@router.get("/support/ticket")
def list_tickets(_=Depends(caller)):
    return []


@router.post("/support/ticket", status_code=201)
def create_ticket(body: TicketCreate, _=Depends(caller)):
    return body


@router.get("/support/ticket/{ticket_id}")
def get_ticket(ticket_id: UUID4, _=Depends(caller)):
    return ticket_id


@router.patch("/support/ticket/{ticket_id}")
def update_ticket(ticket_id: UUID4, body: TicketUpdate, _=Depends(caller)):
    return body


@router.delete("/support/ticket/{ticket_id}")
def delete_ticket(ticket_id: UUID4, _=Depends(caller)):
    return {}


@router.get("/support/ticket/{ticket_id}/reply")
def list_replies(ticket_id: UUID4, page: int = Query(1, ge=1), size: int = Query(50, ge=1, le=100), _=Depends(caller)):
    return []


@router.post("/support/ticket/{ticket_id}/reply", status_code=201)
def create_reply(ticket_id: UUID4, body: TicketReplyCreate, _=Depends(caller)):
    return body


@router.get("/team/{team_id}/ticket")
def list_team_tickets(team_id: UUID4, page: int = Query(1, ge=1), size: int = Query(50, ge=1, le=100), _=Depends(caller)):
    return []


def service(prefix: str = "") -> FastAPI:
    app = FastAPI()
    app.include_router(router, prefix=prefix)
    return app
